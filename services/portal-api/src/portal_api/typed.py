"""What people type, read with good will: spaces, hyphens, small letters, a letter O for a zero."""

import re
import unicodedata
from typing import Final

MOST_COMMENT: Final = 1000
MOST_EMAIL: Final = 254
_MOST_KEPT: Final = 5000

_TRACKING_NUMBER: Final = re.compile(r"[A-Z0-9]{8,40}")
_POSTAL_CODE: Final = re.compile(
    r"[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]"
)
_LOCAL_PART: Final = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN: Final = re.compile(r"((?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)[a-z0-9-]{2,63}(?<!-)")
# On no Canadian postal code do these letters stand where a digit belongs.
_DIGITS: Final = str.maketrans("OIL", "011")


def tracking_number(typed: str) -> str | None:
    """Return the number as carriers write it, or None if it cannot be one."""
    plain = _squeezed(typed)
    return plain if _TRACKING_NUMBER.fullmatch(plain) else None


def postal_code(typed: str) -> str | None:
    """Return the six characters, upper case, or None if they are no Canadian postal code."""
    plain = _squeezed(typed)
    mended = "".join(
        sign.translate(_DIGITS) if place % 2 else sign for place, sign in enumerate(plain)
    )
    return mended if _POSTAL_CODE.fullmatch(mended) else None


def email(typed: str) -> str | None:
    """Return the address, or None if no mail could reach it.

    As browsers have it ("valid e-mail address" of HTML), with a domain in any script. What is taken
    here has to be taken by notifier as well.
    """
    plain = typed.strip().rstrip(".,;")
    local_part, _, domain = plain.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode().lower()
    except UnicodeError:
        return None
    written = f"{local_part}@{ascii_domain}"
    fits = _LOCAL_PART.fullmatch(local_part) and _DOMAIN.fullmatch(ascii_domain)
    return plain if fits and len(written) <= MOST_EMAIL >= len(plain) else None


def comment(typed: str) -> str | None:
    """Return the customer's words with plain line ends, or None if there are none."""
    return kept(typed).strip() or None


def kept(typed: str) -> str:
    """Return what may be kept of a text while it is not yet right: no control signs, no novel."""
    lines = typed[:_MOST_KEPT].replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")


def _squeezed(typed: str) -> str:
    """Drop what separates and decorates: spaces of any width, dashes, dots, the sign #."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed).upper()))
