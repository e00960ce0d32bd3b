"""Recognise a program by its API key, and note that the key served."""

from datetime import datetime, timedelta
from typing import Final

from chassis.db import Pool

from merchant_api.actors import Program
from merchant_api.keys import key_store
from merchant_api.keys.api_key import proves, read_key
from merchant_api.keys.errors import KeyRefused

_NOTED_EVERY: Final = timedelta(minutes=1)
"""People want to know whether a key still serves, not to the second: a write a minute tells."""


async def open_with_key(pool: Pool, text: str) -> Program:
    """Find who holds the key `text`. Raises KeyRefused, without saying what is wrong with it.

    The row is read each time: what is remembered here could not be revoked at once.
    """
    key = read_key(text)
    stored = await key_store.find_key(pool, key.id) if key else None
    if key is None or stored is None or not proves(key, stored.secret_digest):
        raise KeyRefused
    return Program(key.id, stored.merchant_id, stored.name, stored.scopes, stored.last_used_at)


async def note_use(pool: Pool, program: Program, *, now: datetime) -> None:
    """Keep when the key of `program` served last, to the minute."""
    if program.last_used_at is None or now - program.last_used_at >= _NOTED_EVERY:
        await key_store.mark_used(pool, program.key_id, now)
