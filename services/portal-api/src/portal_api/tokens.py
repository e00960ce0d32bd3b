"""The secrets that customers hold: of a draft, and the one of the return that comes of it."""

import hashlib
from base64 import urlsafe_b64encode


def status_token(draft_secret: str) -> str:
    """Derive the secret of the status page: 128 bits as 22 characters.

    A function of the draft's secret and nothing else, so that the same form sent twice leads to the
    same page although only digests are stored. Whoever holds the one may hold the other.
    """
    key = hashlib.blake2b(
        b"status page", key=draft_secret.encode()[:64], digest_size=16, person=b"renvoi.return"
    )
    return urlsafe_b64encode(key.digest()).rstrip(b"=").decode()


def status_url(public_url: str, token: str) -> str:
    """Give the address that the customer keeps."""
    return f"{public_url.rstrip('/')}/r/{token}"
