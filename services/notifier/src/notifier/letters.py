"""What a message says, as HTML and as text: the same facts in the same order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from chassis.words import Words, catalogue, spaced_pin, spaced_postal_code
from contracts.centres import CentreConfigured
from contracts.people import Confided
from contracts.returns import ReturnRequested
from contracts.values import Language, PostalAddress, ReplyTo
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from look.theme import theme_of

from notifier.messages import Message, PersonNews
from notifier.notices import Notice

CODE_CID = "code-qr@renvoi"
"""By which the HTML shows the picture that goes with it. Unique within its mail."""

_INK = "#14201d"
"""The colour of the product itself: mails to merchants' own people wear no brand."""

_OTHER: dict[Language, Language] = {"fr": "en", "en": "fr"}
# Control characters mean nothing to a reader, and the two separators break lines in few programs.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SEPARATORS = re.compile(r"\r\n?|[\u2028\u2029]")
_GAPS = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Letter:
    """A message in words. `html` shows the picture named `CODE_CID` if there is a code."""

    subject: str
    text: str
    html: str


def write_letter(message: Message, centre: CentreConfigured, reply_to: ReplyTo) -> Letter:
    """Write `message` in the customer's language, in the name of `centre`."""
    facts = {
        "news": message.news,
        "centre": centre,
        "theme": theme_of(centre.accent),
        "status_url": reply_to.status_url,
        "code_cid": CODE_CID,
    }
    return _write(message, reply_to.status_url, facts)


def write_letter_to_person(message: Message, news: PersonNews, confided: Confided) -> Letter:
    """Write `message` to one of a merchant's own people, in the name of the product."""
    facts = {
        "news": news,
        "centre": news.store,
        "theme": theme_of(_INK),
        "url": confided.url,
        "by": confided.by,
    }
    return _write(message, confided.url, facts)


def write_letter_to_staff(
    message: Message, notice: Notice, request: ReturnRequested, centre: CentreConfigured, url: str
) -> Letter:
    """Write `message` to somebody whom the merchant wants told, in the name of the product."""
    facts = {
        "news": notice,
        "asked": request,
        "centre": centre,
        "theme": theme_of(_INK),
        "url": url,
        "lead": _lead(notice, centre),
    }
    return _write(message, url, facts)


def _lead(notice: Notice, centre: CentreConfigured) -> str:
    """Name the sentence that says what happened."""
    match notice.kind:
        case "new_request":
            return f"staff-lead-new_request-{centre.approval}"
        case "parcel_delivered":
            return "staff-lead-parcel_delivered"
        case kind:
            return f"staff-lead-{kind}-{notice.outcome}"


def _write(message: Message, url: str, about: Mapping[str, object]) -> Letter:
    """Fill the message's templates; `url` is the page that can be read in the other language."""
    words, other = (
        catalogue("notifier")[language] for language in (message.language, _OTHER[message.language])
    )
    facts = {
        **about,
        "t": words,
        "other_url": _in_language(url, other.language),
        "other_tag": other.tag,
    }
    subject = _environment().get_template(f"{message.template}/subject.txt").render(facts)
    text = _environment().get_template(f"{message.template}/body.txt").render(facts)
    html = _environment().get_template(f"{message.template}/body.html").render(facts)
    return Letter(subject.strip(), _even(text), _clean(html) + "\n")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("notifier", "mails"),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "spaced_pin": spaced_pin,
        "paragraphs": _paragraphs,
        "address": _address_lines,
    }
    return environment


def _in_language(url: str, language: Language) -> str:
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "lang"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("lang", language)])))


def _paragraphs(text: str) -> list[str]:
    """Split what a person wrote into its lines, without the empty ones."""
    return [line.strip() for line in _clean(text).split("\n") if line.strip()]


def _address_lines(address: PostalAddress, words: Words, *names: str | None) -> str:
    """Write an address in one line, after `names`, saying nothing twice."""
    city = words(
        "city-line",
        city=address.city,
        province=words(f"province-{address.province}"),
        postal_code=spaced_postal_code(address.postal_code),
    )
    lines = [*names, address.line_1, address.line_2, city]
    return ", ".join(dict.fromkeys(line.strip() for line in lines if line and line.strip()))


def _clean(text: str) -> str:
    return _UNSEEN.sub("", _SEPARATORS.sub("\n", text))


def _even(text: str) -> str:
    """Leave one empty line between paragraphs, however the template came to more."""
    return _GAPS.sub("\n\n", _clean(text)).strip() + "\n"
