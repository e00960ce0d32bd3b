"""Make up a shipment with which a merchant can go the whole way of a customer."""

import secrets
from datetime import datetime
from typing import Final
from uuid import UUID

from chassis.db import Pool
from contracts.values import Language, Parcel

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.errors import AddressMissing
from merchant_api.home import trial_store
from merchant_api.home.trial_store import Trial
from merchant_api.returns.window import day_of
from merchant_api.shipments.ledger import Recorded, Told
from merchant_api.shipments.record_shipments import put_shipments
from merchant_api.shipments.records import ShipmentContent

_SIGNS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""None that people confuse."""
_SMALL: Final = Parcel(weight_grams=500, length_mm=250, width_mm=200, height_mm=100)


async def begin_trial(
    pool: Pool, merchant_id: UUID, email: str, language: Language, *, actor: Actor, now: datetime
) -> Trial:
    """Record a shipment from the store to itself; mails about it go to `email`.

    One that nobody has asked a return for yet serves again, so that two presses make one.
    Raises AddressMissing.
    """
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        settings = await centre_store.get_settings(tx, merchant_id)
        content = _content(settings, email, language, now)
        known = await trial_store.find_trial(tx, merchant_id)
        number = known.tracking_number if known and known.number is None else _draw_number()
        (result,) = await put_shipments(tx, merchant_id, [Told(number, content)], now=now)
        if not isinstance(result, Recorded):
            raise result
        shipment_id = result.shipment.shipment_id
        await trial_store.insert_trial(tx, merchant_id, shipment_id, now)
        if result.outcome != "unchanged":
            await audit_store.insert_act(
                tx, merchant_id, "shipment.recorded", str(shipment_id), actor=actor, at=now
            )
    return Trial(number, content.recipient.postal_code, None)


def _content(
    settings: CentreSettings, email: str, language: Language, now: datetime
) -> ShipmentContent:
    address = settings.return_address
    if address is None:
        raise AddressMissing
    return ShipmentContent(
        recipient=address,
        email=email,
        language=language,
        parcel=settings.default_parcel or _SMALL,
        order_number="TEST",
        delivered_on=day_of(now),
    )


def _draw_number() -> str:
    return "TEST" + "".join(secrets.choice(_SIGNS) for _ in range(8))
