"""By which words a shipment is found: the same folding for what is stored and what is typed."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from merchant_api.shipments.records import ShipmentContent

_MOST_WORDS: Final = 8
_LONGEST: Final = 254
_LETTERS: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'"})
_NOT_WRITTEN: Final = re.compile(r"[^\w@.+-]|_")


def fold(text: str) -> str:
    """Forget accents and case: `Éloïse` and `eloise` are one word."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def terms_of(tracking_number: str, content: ShipmentContent) -> list[str]:
    """List the words under which a shipment is to be found, by their beginnings."""
    to = content.recipient
    codes = [it for it in (content.order_number, content.reference, content.email) if it]
    texts = [to.name, to.company or "", *codes]
    words = [word for text in texts for word in _words(text)]
    whole = [form for code in codes for form in (_written(code), _compact(code))]
    return sorted({tracking_number.lower(), to.postal_code.lower(), *words, *whole} - {""})


def query_of(typed: str) -> str | None:
    """Make a tsquery of what somebody typed; None if there is nothing to look for.

    Found is what begins so: the whole without its spaces (codes), or each of its words (names).
    """
    forms = dict.fromkeys(form for form in (_written(typed), _compact(typed)) if form)
    ways = [_begins(form) for form in forms]
    words = list(dict.fromkeys(_words(typed)))[:_MOST_WORDS]
    if not _is_code(typed) and (len(words) > 1 or words != list(forms)[:1]):
        ways += [f"({' & '.join(map(_begins, words))})"] if words else []
    return " | ".join(ways) or None


def _is_code(typed: str) -> bool:
    """Tell whether it is a code or an e-mail in one piece.

    Its parts would be sought in vain and for long: nearly every shipment has an `rb` or a `com`.
    """
    plain = typed.strip()
    return " " not in plain and ("@" in plain or any(map(str.isdigit, plain)))


def _words(text: str) -> Iterable[str]:
    return re.findall(r"[^\W_]+", fold(text)[:_LONGEST])


def _written(text: str) -> str:
    """Keep what e-mails and order numbers consist of."""
    return _NOT_WRITTEN.sub("", fold(text))[:_LONGEST]


def _compact(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text))[:_LONGEST]


def _begins(word: str) -> str:
    return f"'{word}':*"  # made of letters, digits and `@.+-` alone, so nothing needs escaping
