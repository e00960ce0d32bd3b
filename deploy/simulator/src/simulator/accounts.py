"""Who may call the carrier's services: key pairs and the customer behind each."""

import base64
import binascii
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Account:
    """An API key pair and the customer it belongs to; no contract means a small business."""

    user: str
    password: str = field(repr=False)
    customer_number: str
    contract_id: str | None


def authenticate(header: str | None, accounts: Iterable[Account]) -> Account | None:
    """Find the account that an `Authorization: Basic` header proves."""
    pair = _basic_pair(header)
    if pair is None:
        return None
    user, password = pair
    for account in accounts:
        if account.user == user and secrets.compare_digest(
            account.password.encode(), password.encode()
        ):
            return account
    return None


def same_number(one: str, other: str) -> bool:
    """Compare customer or contract numbers, for which leading zeros mean nothing."""
    return one.lstrip("0") == other.lstrip("0")


def _basic_pair(header: str | None) -> tuple[str, str] | None:
    scheme, _, credentials = (header or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(credentials, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    user, colon, password = decoded.partition(":")
    return (user, password) if colon else None
