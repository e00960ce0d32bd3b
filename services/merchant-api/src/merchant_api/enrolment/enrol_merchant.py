"""Take a merchant in, or bring one up to date: centre, person, account, parcels, first key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.ids import new_id

from merchant_api import audit_store
from merchant_api.actors import OPERATOR
from merchant_api.carrier.seal_account import Sealing, put_account
from merchant_api.centre import centre_store
from merchant_api.centre.change_centre import put_settings
from merchant_api.enrolment.enrolment_file import EnrolledCentre, Enrolment, Person
from merchant_api.keys import key_store
from merchant_api.keys.make_key import Wish, issue_key
from merchant_api.keys.scopes import ALL_SCOPES
from merchant_api.people import user_store
from merchant_api.people.errors import EmailTaken
from merchant_api.people.passwords import Passwords
from merchant_api.people.user_store import User
from merchant_api.returns.window import day_of
from merchant_api.shipments.ledger import Told
from merchant_api.shipments.record_shipments import put_shipments

log = structlog.get_logger()

_WITHIN_S = 15.0
_FIRST_KEY: Final = Wish("enrol", ALL_SCOPES)


@dataclass(frozen=True, slots=True)
class Enrolled:
    """Who was enrolled. `api_key` is told once, when it is new; nobody can tell it again."""

    merchant_id: UUID
    api_key: str | None


async def enrol_merchant(
    pool: Pool, sealing: Sealing, enrolment: Enrolment, *, new_key: bool, now: datetime
) -> Enrolled:
    """Make things be as `enrolment` says, and announce what has changed: all of it or nothing.

    The slug says which merchant. A key is issued to one that never had any, or if `new_key` asks
    for another. Raises EmailTaken, NameTaken.
    """
    async with pool.transaction(_WITHIN_S) as tx:
        merchant_id = await _require_merchant(tx, enrolment.centre.slug, now)
        await put_account(
            tx, sealing, merchant_id, enrolment.carrier_account, actor=OPERATOR, now=now
        )
        await _put_centre(tx, merchant_id, enrolment.centre, now)
        await _put_user(tx, sealing.passwords, merchant_id, enrolment.user, now)
        told = [Told(it.tracking_number, it.content(day_of(now))) for it in enrolment.shipments]
        await put_shipments(tx, merchant_id, told, now=now)
        has_none = await key_store.count_keys(tx, merchant_id) == 0
        key = (
            await issue_key(tx, merchant_id, _FIRST_KEY, actor=OPERATOR, now=now)
            if has_none or new_key
            else None
        )
    log.info("merchant enrolled", merchant_id=str(merchant_id), key_issued=key is not None)
    return Enrolled(merchant_id, key.text if key else None)


async def _require_merchant(tx: Tx, slug: str, now: datetime) -> UUID:
    """Find or add the merchant; its row is locked from here on."""
    merchant_id = new_id()
    if await centre_store.insert_merchant(tx, merchant_id, slug, now):
        return merchant_id
    return await centre_store.lock_merchant_of(tx, slug)


async def _put_centre(tx: Tx, merchant_id: UUID, told: EnrolledCentre, now: datetime) -> None:
    known = await centre_store.find_centre(tx, merchant_id)
    settings = told.over(known.settings if known else None)
    await put_settings(tx, merchant_id, settings, actor=OPERATOR, now=now, act="centre.configured")


async def _put_user(
    tx: Tx, passwords: Passwords, merchant_id: UUID, person: Person, now: datetime
) -> None:
    known = await user_store.find_user(tx, person.email)
    if known is None:
        password_hash = await passwords.hash(person.password)
        user = User(new_id(), merchant_id, person.email, password_hash, person.language)
        if not await user_store.insert_user(tx, user, now):
            raise EmailTaken  # by another merchant, who enrolled meanwhile
        await _audit(tx, merchant_id, "user.added", str(user.user_id), now)
    elif known.merchant_id != merchant_id:
        raise EmailTaken
    elif not await passwords.verify(person.password, known.password_hash):
        await user_store.change_password(tx, known.user_id, await passwords.hash(person.password))
        await _audit(tx, merchant_id, "password.changed", str(known.user_id), now)


async def _audit(tx: Tx, merchant_id: UUID, act: str, subject: str, now: datetime) -> None:
    await audit_store.insert_act(tx, merchant_id, act, subject, actor=OPERATOR, at=now)
