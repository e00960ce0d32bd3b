"""More people at a merchant's, and the links that were mailed to them."""

from datetime import datetime
from urllib.parse import urlsplit

import httpx
from chassis.db import Pool
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.actors import Role
from merchant_api.people import user_store
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.invite_person import Newcomer, invite_person
from merchant_api.people.letters import Letters
from merchant_api.people.recover_password import answer_recovery
from merchant_api.people.user_store import User

from tests.integration.merchant_api.edge import URL, a_client
from tests.integration.merchant_api.story import (
    DEMI,
    NOON,
    PASSWORD,
    PUBLIC_KEY,
    SEALING,
    Shop,
    announced,
    opened,
)

LETTERS = Letters(URL, PUBLIC_KEY)
NOA = "noa@example.com"


async def invited(
    shop: Shop, email: str = NOA, *, role: Role = "agent", now: datetime = NOON
) -> Invitation:
    """Have the shop invite somebody."""
    newcomer = Newcomer(email, role, "fr")
    return await invite_person(shop.pool, LETTERS, shop.merchant_id, newcomer, actor=DEMI, now=now)


async def hired(shop: Shop, email: str = NOA, *, role: Role = "agent") -> User:
    """Have somebody be on the team, with everybody's password."""
    password_hash = await SEALING.passwords.hash(PASSWORD)
    user = User(new_id(), shop.merchant_id, email, password_hash, "fr", role)
    async with shop.pool.transaction() as tx:
        assert await user_store.insert_user(tx, user, NOON)
    return user


async def mailed_link(pool: Pool, kind: str) -> str:
    """Open the last mail of its kind as notifier does; return the path that it leads to."""
    *_, event = await announced(pool, kind)
    confidential = event["confidential"]
    assert isinstance(confidential, dict)
    return urlsplit(str(opened(confidential["sealed"])["url"])).path


async def answer_recoveries(pool: Pool, *, now: datetime = NOON) -> None:
    """Do the jobs of those who have forgotten their password, as the work role does."""
    for row in await pool.fetch("SELECT key FROM jobs WHERE kind = 'recover' ORDER BY key"):
        await answer_recovery(pool, LETTERS, row["key"], clock=lambda: now)


async def as_person(app: FastAPI, email: str) -> httpx.AsyncClient:
    """Open the console as somebody with everybody's password."""
    browser = a_client(app)
    answer = await browser.post("/connexion", data={"email": email, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return browser
