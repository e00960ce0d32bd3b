"""The words of the console, and what they say of addresses, people and messages."""

import re
from typing import Final

from chassis.words import Language, Words, catalogue, spaced_postal_code
from contracts.values import PostalAddress

from merchant_api.actors import Actor

LANGUAGES: Final = ("fr", "en")
_TEMPLATES: Final = frozenset(
    {
        "request_received",
        "request_declined",
        "label_ready",
        "label_voided",
        "request_cancelled",
        "return_cancelled",
        "return_received",
        "return_closed",
        "store_message",
    }
)
_CARRIERS_PLACE: Final = re.compile(
    r"(?P<city>[^a-z,()]+),? +(?P<province>AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)"
)
_NAME_PART: Final = re.compile(r"[^\W\d_][\w']*")


def words_of(language: Language) -> Words:
    """Return the catalogue of one language."""
    return catalogue("merchant_api")[language]


def read_language(text: str | None) -> Language | None:
    """Read the language that somebody asked for; None if it is none of ours."""
    return "fr" if text == "fr" else "en" if text == "en" else None


def city_line(address: PostalAddress, words: Words) -> str:
    """Write `Sherbrooke (Qc) J1H 1A1`, `Sherbrooke, QC J1H 1A1`."""
    return words(
        "city-line",
        city=address.city,
        province=words(f"province-{address.province}"),
        postal_code=spaced_postal_code(address.postal_code),
    )


def carriers_place(written: str, words: Words) -> str:
    """Write a carrier's `MONTREAL QC` as people do: `Montreal (Qc)`. Anything else stays."""
    known = _CARRIERS_PLACE.fullmatch(written.strip())
    if known is None:
        return written
    city = _NAME_PART.sub(lambda part: part[0].capitalize(), known["city"].strip())
    return words("place", city=city, province=words(f"province-{known['province']}"))


def actor_name(actor: Actor, words: Words) -> str:
    """Say who it was, as one of the merchant's people would."""
    match actor.kind:
        case "api_key":
            return words("actor-key", key=actor.name)
        case "rule":
            return words("actor-rule", version=actor.id or "")
        case _:
            return actor.name


def template_name(template: str, words: Words) -> str:
    """Name a message by what it tells; one from a newer notifier is a message as well."""
    return words(f"template-{template}" if template in _TEMPLATES else "template-other")
