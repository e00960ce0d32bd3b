"""Boxes that anybody can close and one service can open (libsodium sealed boxes, X25519)."""

from base64 import b64decode, b64encode

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


class SealBroken(Exception):
    """The box was not made for this key, or was changed on its way. Final."""


def seal(content: bytes, public_key: str) -> str:
    """Close `content` (as base64 text) so that only the holder of the private key reads it."""
    box = SealedBox(PublicKey(b64decode(public_key)))
    return b64encode(box.encrypt(content)).decode()


def unseal(sealed: str, private_key: str) -> bytes:
    """Open what `seal` closed. Raises SealBroken."""
    try:
        return SealedBox(PrivateKey(b64decode(private_key))).decrypt(b64decode(sealed))
    except (CryptoError, ValueError) as error:
        cause = "the box does not open with this key"
        raise SealBroken(cause) from error
