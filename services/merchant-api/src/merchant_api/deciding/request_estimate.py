"""Ask the carrier, through labeler, what a return would cost."""

from datetime import datetime, timedelta
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.decisions import EstimateRequested
from contracts.values import Language

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.deciding import decision_store as store
from merchant_api.deciding import estimate_store
from merchant_api.deciding.decision import Terms
from merchant_api.deciding.decisions import shipment_of
from merchant_api.deciding.terms import Wish, agree_terms
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.records import Estimate, PendingReturn

log = structlog.get_logger()

_AS_USUAL = Wish()
_ONE_QUESTION_FOR = timedelta(seconds=60)
"""Pressed twice, it is one question, unless its answer has been missing for so long."""


async def request_estimate(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    *,
    language: Language,
    actor: Actor,
    now: datetime,
    wish: Wish = _AS_USUAL,
) -> UUID:
    """Ask on the terms of `wish`, or join the same question if it is still open; return its id.

    `language` is that of the answer. Raises ReturnNotFound, ShipmentNotKnown, AddressMissing,
    AddressNotFound, ParcelUnknown, ParcelTooLarge.
    """
    async with pool.transaction() as tx:
        pending = await store.lock_return(tx, merchant_id, return_id)
        if pending is None:
            raise ReturnNotFound
        asked = await estimate_store.list_estimates(tx, merchant_id, return_id)
        last = asked[-1] if asked else None
        settings = await centre_store.get_settings(tx, merchant_id)
        terms = agree_terms(wish, shipment_of(pending), settings, last)
        event = _question(pending, terms, language, now)
        if last and _is_still_asked(last, event, now):
            return last.estimate_id
        await estimate_store.insert_estimate(tx, merchant_id, return_id, _record(event))
        await audit_store.insert_act(
            tx, merchant_id, "estimate.requested", str(return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("estimate requested", return_id=str(return_id), by=actor.kind)
    return event.estimate_id


def _is_still_asked(last: Estimate, event: EstimateRequested, now: datetime) -> bool:
    return (
        last.is_pending
        and now - last.requested_at < _ONE_QUESTION_FOR
        and (last.service_code, last.parcel) == (event.service_code, event.parcel)
        and last.destination_postal_code == event.destination_postal_code
    )


def _question(
    pending: PendingReturn, terms: Terms, language: Language, now: datetime
) -> EstimateRequested:
    return EstimateRequested(
        estimate_id=new_id(),
        return_id=pending.return_id,
        merchant_id=pending.merchant_id,
        service_code=terms.service_code,
        origin_postal_code=shipment_of(pending).recipient.postal_code,
        destination_postal_code=terms.address.postal_code,
        parcel=terms.parcel,
        language=language,
        requested_at=now,
    )


def _record(event: EstimateRequested) -> Estimate:
    return Estimate(
        estimate_id=event.estimate_id,
        service_code=event.service_code,
        origin_postal_code=event.origin_postal_code,
        destination_postal_code=event.destination_postal_code,
        parcel=event.parcel,
        requested_at=event.requested_at,
        price=None,
        failure=None,
    )
