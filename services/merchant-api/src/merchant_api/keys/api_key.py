"""API keys: `rp_live_<id>_<secret>_<check>`. Known by id, proved by secret, kept as a digest.

The prefix and the check digits let scanners find a leaked key without asking us.
"""

import secrets
import string
import zlib
from dataclasses import dataclass
from hmac import compare_digest

from chassis.ids import digest

_PREFIX = "rp_live"
_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
_ID_CHARACTERS = 12
_SECRET_CHARACTERS = 43  # 256 bits
_CHECK_CHARACTERS = 6


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A whole key. `text` is shown once and stored nowhere."""

    id: str
    text: str

    @property
    def digest(self) -> bytes:
        return digest(self.text)


def draw_key() -> ApiKey:
    """Draw a new key."""
    key_id, secret = _draw(_ID_CHARACTERS), _draw(_SECRET_CHARACTERS)
    text = f"{_PREFIX}_{key_id}_{secret}"
    return ApiKey(key_id, f"{text}_{_check(text)}")


def read_key(text: str) -> ApiKey | None:
    """Read what a program shows. None: mistyped, or no key of ours; nothing need be asked."""
    body, _, check = text.rpartition("_")
    parts = body.split("_")
    if len(parts) != 4 or "_".join(parts[:2]) != _PREFIX or not text.isascii():  # noqa: PLR2004  rp, live, id, secret
        return None
    return ApiKey(parts[2], text) if compare_digest(check, _check(body)) else None


def proves(key: ApiKey, secret_digest: bytes) -> bool:
    """Tell whether `key` is the one of which we keep the digest."""
    return compare_digest(key.digest, secret_digest)


def _draw(characters: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(characters))


def _check(text: str) -> str:
    number = zlib.crc32(text.encode())
    digits = []
    for _ in range(_CHECK_CHARACTERS):
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))
