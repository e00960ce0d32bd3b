"""Sessions begin with a password, last while one works, and end for good."""

import asyncio
from datetime import datetime, timedelta

import pytest
from chassis.db import Pool
from chassis.errors import Outage
from chassis.ids import digest
from merchant_api.actors import Visitor
from merchant_api.people.errors import SignInRefused, TooManyTries
from merchant_api.people.passwords import Passwords
from merchant_api.people.sign_in import (
    IDLE,
    LIFETIME,
    MOST_FAILURES_OF_EMAIL,
    THROTTLE_FOR,
    Credentials,
    find_visitor,
    sign_in,
    sign_out,
)

from tests.integration.merchant_api.edge import a_client, an_app
from tests.integration.merchant_api.story import NOON, PASSWORD, SEALING, Shop

MINUTE = timedelta(minutes=1)


async def _sign_in(
    pool: Pool, email: str, password: str = PASSWORD, *, now: datetime = NOON
) -> str:
    typed = Credentials(email, password, "192.0.2.7")
    return await sign_in(pool, SEALING.passwords, typed, language=None, now=now)


async def _who(shop: Shop, secret: str, now: datetime, *, visits: bool = True) -> Visitor | None:
    return await find_visitor(shop.pool, secret, is_a_visit=visits, now=now)


async def test_the_right_password_opens_the_merchants_own_console(shop: Shop) -> None:
    secret = await _sign_in(shop.pool, f" {shop.email.upper()} ")

    visitor = await _who(shop, secret, NOON)

    assert visitor is not None
    assert (visitor.merchant_id, visitor.language) == (shop.merchant_id, "fr")


@pytest.mark.parametrize("email", ["demi@atelier-boreal.example", "nobody@example.com"])
async def test_known_or_not_a_wrong_password_is_answered_alike(shop: Shop, email: str) -> None:
    with pytest.raises(SignInRefused):
        await _sign_in(shop.pool, email, "not the password")

    assert await shop.pool.fetch("SELECT user_id FROM sessions") == []


async def test_each_sign_in_is_a_new_session_of_which_only_a_digest_is_kept(shop: Shop) -> None:
    first, second = await _sign_in(shop.pool, shop.email), await _sign_in(shop.pool, shop.email)

    kept = {
        row["session_digest"]
        for row in await shop.pool.fetch("SELECT session_digest FROM sessions")
    }
    assert first != second
    assert kept == {digest(first), digest(second)}


async def test_half_an_hour_away_ends_a_session_and_work_keeps_it(shop: Shop) -> None:
    secret = await _sign_in(shop.pool, shop.email)

    assert await _who(shop, secret, NOON + IDLE - MINUTE) is not None
    assert await _who(shop, secret, NOON + 2 * IDLE - 2 * MINUTE) is not None
    assert await _who(shop, secret, NOON + 3 * IDLE) is None


async def test_a_page_that_refreshes_itself_keeps_no_session_alive(shop: Shop) -> None:
    secret = await _sign_in(shop.pool, shop.email)

    assert await _who(shop, secret, NOON + IDLE - MINUTE, visits=False) is not None

    assert await _who(shop, secret, NOON + IDLE + MINUTE) is None


async def test_what_a_script_sends_for_a_person_is_a_visit_and_what_it_asks_is_none(
    shop: Shop, merchant_pool: Pool
) -> None:
    """Whoever scans parcels for an hour does nothing else."""
    secret = await _sign_in(shop.pool, shop.email)
    later = an_app(merchant_pool, now=NOON + IDLE - MINUTE)
    async with a_client(later) as browser:
        browser.headers["hx-request"] = "true"
        browser.cookies.set("renvoi", secret)
        await browser.get("/reception?code=RV-0000-00")
        seen = await _seen_at(shop)
        await browser.post("/reception", data={"number": "RV-0000-00"})

    assert seen == NOON
    assert await _seen_at(shop) == NOON + IDLE - MINUTE


async def _seen_at(shop: Shop) -> datetime:
    row = await shop.pool.fetchrow("SELECT seen_at FROM sessions")
    assert row is not None
    seen_at: datetime = row["seen_at"]
    return seen_at


async def test_after_twelve_hours_even_work_does_not_keep_it(shop: Shop) -> None:
    secret = await _sign_in(shop.pool, shop.email)
    now = NOON
    while now + IDLE < NOON + LIFETIME:
        now += IDLE - MINUTE
        assert await _who(shop, secret, now) is not None

    assert await _who(shop, secret, NOON + LIFETIME) is None


async def test_signed_out_is_signed_out(shop: Shop) -> None:
    secret = await _sign_in(shop.pool, shop.email)

    await sign_out(shop.pool, secret)

    assert await _who(shop, secret, NOON) is None


async def test_after_many_failures_not_even_the_right_password_is_looked_at(shop: Shop) -> None:
    for _ in range(MOST_FAILURES_OF_EMAIL):
        with pytest.raises(SignInRefused):
            await _sign_in(shop.pool, shop.email, "not the password")

    with pytest.raises(TooManyTries):
        await _sign_in(shop.pool, shop.email)

    later = NOON + THROTTLE_FOR + MINUTE
    assert await _sign_in(shop.pool, shop.email, now=later)


async def test_many_guesses_at_once_are_counted_each(shop: Shop) -> None:
    guesses = [_sign_in(shop.pool, shop.email, "not the password") for _ in range(8)]

    await asyncio.gather(*guesses, return_exceptions=True)

    rows = await shop.pool.fetch("SELECT try_id FROM tries")
    assert len(rows) == 2 * 8, "one against the e-mail and one against the network, for each"


@pytest.mark.parametrize(
    ("trusted", "networks"),
    [("127.0.0.0/8", 2), ("", 1), ("10.0.0.0/8", 1)],
)
async def test_behind_a_proxy_that_is_trusted_each_network_has_its_own_limit(
    merchant_pool: Pool, shop: Shop, trusted: str, networks: int
) -> None:
    app = an_app(merchant_pool, trusted_proxies=trusted)

    for address in ("203.0.113.9", "198.51.100.7"):
        form = {"email": shop.email, "password": "not the password"}
        async with a_client(app) as browser:
            await browser.post("/connexion", data=form, headers={"x-forwarded-for": address})

    against = await merchant_pool.fetch("SELECT DISTINCT against_digest FROM tries")
    assert len(against) == 1 + networks, "one e-mail, and the networks"


async def test_of_many_guesses_at_once_no_more_are_looked_at_than_one_by_one(shop: Shop) -> None:
    patient = Passwords(most_waiting=100)
    typed = Credentials(shop.email, "not the password", "192.0.2.7")
    guesses = [
        sign_in(shop.pool, patient, typed, language=None, now=NOON)
        for _ in range(3 * MOST_FAILURES_OF_EMAIL)
    ]

    answers = await asyncio.gather(*guesses, return_exceptions=True)

    looked_at = [answer for answer in answers if isinstance(answer, SignInRefused)]
    turned_away = [answer for answer in answers if isinstance(answer, TooManyTries)]
    assert len(looked_at) == MOST_FAILURES_OF_EMAIL
    assert len(turned_away) == 2 * MOST_FAILURES_OF_EMAIL


async def test_whoever_knows_the_password_uses_up_no_tries(shop: Shop) -> None:
    for _ in range(MOST_FAILURES_OF_EMAIL + 1):
        await _sign_in(shop.pool, shop.email)

    assert await shop.pool.fetch("SELECT try_id FROM tries") == []


async def test_a_password_that_nobody_had_time_to_look_at_uses_up_no_try(shop: Shop) -> None:
    typed = Credentials(shop.email, "not the password", "192.0.2.7")

    with pytest.raises(Outage):
        await sign_in(shop.pool, Passwords(1, -1), typed, language=None, now=NOON)

    assert await shop.pool.fetch("SELECT try_id FROM tries") == []
