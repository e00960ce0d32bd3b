"""Recognise a program by its API key."""

from chassis.db import Pool

from merchant_api.actors import Program
from merchant_api.api_keys import proves, read_key
from merchant_api.errors import KeyRefused
from merchant_api.store import access


async def open_with_key(pool: Pool, text: str) -> Program:
    """Find who holds the key `text`. Raises KeyRefused, without saying what is wrong with it."""
    key = read_key(text)
    stored = await access.find_key(pool, key.id) if key else None
    if key is None or stored is None or not proves(key, stored.secret_digest):
        raise KeyRefused
    return Program(key.id, stored.merchant_id, stored.name)
