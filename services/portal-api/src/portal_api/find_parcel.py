"""Find a parcel by its number and postal code, and begin a draft for it."""

import hmac
from dataclasses import dataclass
from datetime import datetime

import structlog
from chassis.db import Pool
from chassis.ids import digest, new_secret
from contracts.centres import CentreConfigured
from contracts.values import Language

from portal_api import tries, typed
from portal_api.drafts import Parcel, admit
from portal_api.errors import (
    AlreadyRequested,
    CentreClosed,
    CentreNotFound,
    Mistake,
    ParcelNotFound,
    WindowOver,
)
from portal_api.store import lookups

log = structlog.get_logger()

_NO_CODE = "------"
"""Compared in place of the postal code of a parcel that does not exist."""


@dataclass(frozen=True, slots=True)
class Found:
    """A parcel that is the customer's, and the secret of the draft that was begun."""

    secret: str
    centre: CentreConfigured
    parcel: Parcel


def lookup_mistakes(tracking_number: str, postal_code: str) -> list[Mistake]:
    """Find what is wrong with the form of number and code, as typed."""
    mistakes = []
    if typed.tracking_number(tracking_number) is None:
        name = "tracking-wrong" if tracking_number.strip() else "tracking-missing"
        mistakes.append(Mistake("tracking_number", name))
    if typed.postal_code(postal_code) is None:
        name = "postal-wrong" if postal_code.strip() else "postal-missing"
        mistakes.append(Mistake("postal_code", name))
    return mistakes


async def find_parcel(
    pool: Pool,
    limits: tries.Limits,
    *,
    slug: str,
    tracking_number: str,
    postal_code: str,
    network: str,
    language: Language,
    now: datetime,
) -> Found:
    """Prove the customer by the postal code. Number and code are as `typed` gives them.

    Raises CentreNotFound, CentreClosed, TooManyTries; ParcelNotFound, alike for both misses; and,
    only to whom the code is proven, AlreadyRequested or WindowOver.
    """
    counted = tries.counters(
        limits,
        slug=slug,
        tracking_number=tracking_number,
        postal_code=postal_code,
        network=network,
        at=now,
    )
    seen = await lookups.look_up(pool, slug, tracking_number, counted)
    if seen is None:
        raise CentreNotFound
    if not seen.centre.is_open:
        raise CentreClosed(seen.centre.paused)
    tries.check(counted, seen.tries, at=now)
    is_proven = hmac.compare_digest(seen.postal_code or _NO_CODE, postal_code)
    if not is_proven or seen.parcel is None:
        raise ParcelNotFound
    return await _begin(pool, counted, seen, seen.parcel, language, now)


async def _begin(
    pool: Pool,
    counted: tuple[tries.Counter, ...],
    seen: lookups.Seen,
    parcel: Parcel,
    language: Language,
    now: datetime,
) -> Found:
    try:
        _admit(seen, parcel, now)
    except (AlreadyRequested, CentreClosed, WindowOver):
        await lookups.take_back(pool, counted)  # a refusal to the right person is no guess
        raise
    secret = new_secret()
    await lookups.take_back_and_begin(
        pool,
        counted,
        secret_digest=digest(secret),
        merchant_id=seen.centre.merchant_id,
        shipment_id=parcel.shipment_id,
        language=language,
        at=now,
    )
    log.info("parcel found", merchant_id=seen.centre.merchant_id)
    return Found(secret, seen.centre, parcel)


def _admit(seen: lookups.Seen, parcel: Parcel, now: datetime) -> None:
    if seen.number is not None:
        raise AlreadyRequested(seen.number)
    admit(seen.centre, parcel.delivered_on, at=now)
