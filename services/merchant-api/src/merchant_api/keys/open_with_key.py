"""Recognise a program by its API key."""

from chassis.db import Pool

from merchant_api.actors import Program
from merchant_api.keys import key_store
from merchant_api.keys.api_key import proves, read_key
from merchant_api.keys.errors import KeyRefused


async def open_with_key(pool: Pool, text: str) -> Program:
    """Find who holds the key `text`. Raises KeyRefused, without saying what is wrong with it."""
    key = read_key(text)
    stored = await key_store.find_key(pool, key.id) if key else None
    if key is None or stored is None or not proves(key, stored.secret_digest):
        raise KeyRefused
    return Program(key.id, stored.merchant_id, stored.name, stored.scopes)
