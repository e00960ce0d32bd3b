"""Have another label made, in the place of the one that was, or of the one that never came."""

from datetime import datetime
from typing import Final, get_args
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool
from chassis.ids import new_id
from contracts import wire
from contracts.handling import ReplacementLabelRequested

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings, ServiceCode
from merchant_api.course import course_store
from merchant_api.course.acts import check
from merchant_api.course.course import Replacement
from merchant_api.course.give_up_label import give_up_label
from merchant_api.course.hold_return import Held, hold_return
from merchant_api.deciding.decision import Terms
from merchant_api.deciding.decisions import returner_of, shipment_of
from merchant_api.deciding.terms import Wish, agree_terms

log = structlog.get_logger()

_AS_BEFORE: Final = Wish()
_SERVICES: Final[tuple[ServiceCode, ...]] = get_args(ServiceCode)


async def replace_label(
    pool: Pool,
    merchant_id: UUID,
    return_id: UUID,
    wish: Wish = _AS_BEFORE,
    *,
    actor: Actor,
    now: datetime,
) -> Replacement:
    """Give the old label up and ask for the next, in one transaction.

    Raises ReturnNotFound, NotNow, ShipmentNotKnown and what `agree_terms` raises.
    """
    async with pool.transaction() as tx:
        held = await hold_return(tx, merchant_id, return_id)
        check("replace_label", held.standing)
        settings = await centre_store.get_settings(tx, merchant_id)
        generation = held.dossier.course.generation + 1
        event = _question(held, generation, _agree(held, wish, settings), now)
        await give_up_label(tx, merchant_id, held, "replaced", actor_name=actor.name, now=now)
        replacement = Replacement(generation, actor, now)
        await course_store.insert_replacement(tx, event, replacement)
        await audit_store.insert_act(
            tx, merchant_id, "label.replaced", str(return_id), actor=actor, at=now
        )
        await outbox.append(tx, wire.message(event, event_id=new_id(), at=now))
    log.info("label replaced", return_id=str(return_id), generation=generation, by=actor.kind)
    return replacement


def _agree(held: Held, wish: Wish, settings: CentreSettings) -> Terms:
    """Fill in what was agreed before: but for the address, which may be why there is another."""
    decision = held.dossier.decision
    before = decision.terms if decision else None
    if before is not None:
        service = next((it for it in _SERVICES if it == before.service_code), None)
        wish = Wish(wish.address_id, wish.service_code or service, wish.parcel or before.parcel)
    last = held.dossier.estimates[-1] if held.dossier.estimates else None
    return agree_terms(wish, shipment_of(held.pending), settings, last)


def _question(
    held: Held, generation: int, terms: Terms, now: datetime
) -> ReplacementLabelRequested:
    pending = held.pending
    return ReplacementLabelRequested(
        return_id=pending.return_id,
        number=pending.number,
        merchant_id=pending.merchant_id,
        generation=generation,
        method=pending.method,
        service_code=terms.service_code,
        returner=returner_of(pending, shipment_of(pending).recipient),
        receiver=terms.address,
        parcel=terms.parcel,
        requested_at=now,
        reply=pending.reply,
    )
