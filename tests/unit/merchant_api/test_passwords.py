"""Passwords are slow to try out, and trying many at once hurts nobody else."""

import asyncio

from chassis.errors import Outage
from merchant_api.people.passwords import Passwords, needs_rehash


async def test_a_password_is_the_one_that_was_hashed_or_it_is_not() -> None:
    passwords = Passwords()
    stored = await passwords.hash("renvoi-demo")

    assert await passwords.verify("renvoi-demo", stored)
    assert not await passwords.verify("renvoi-Demo", stored)
    assert not needs_rehash(stored)
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


async def test_nobodys_password_is_never_right() -> None:
    assert not await Passwords().verify("nobody signs in with this", None)


async def test_past_a_short_queue_guesses_are_turned_away() -> None:
    passwords = Passwords(threads=1, most_waiting=2)

    outcomes = await asyncio.gather(
        *(passwords.verify("guess", None) for _ in range(10)), return_exceptions=True
    )

    assert outcomes.count(False) == 3
    assert sum(isinstance(outcome, Outage) for outcome in outcomes) == 7


def test_weaker_hashes_are_told_from_todays() -> None:
    assert needs_rehash("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$dGVzdA")
