"""Identifiers and secrets."""

import hashlib
import secrets
from uuid import UUID

import uuid_utils.compat


def new_id() -> UUID:
    """Draw a UUID of version 7: unguessable enough for an id, and in order of time for an index."""
    return uuid_utils.compat.uuid7()


def new_secret() -> str:
    """Draw 128 random bits as 22 characters fit for a URL."""
    return secrets.token_urlsafe(16)


def digest(secret: str) -> bytes:
    """Return what may be stored of a random secret: its SHA-256 (32 bytes)."""
    return hashlib.sha256(secret.encode()).digest()
