"""A return that a store opens for a customer is made once, as if it had been asked for here."""

import asyncio
import json
from uuid import UUID

import httpx
import pytest
from chassis.errors import Outage
from chassis.ids import new_id
from chassis.seal import unseal
from contracts.handling import ReturnOpenedForCustomer
from contracts.returns import Reason
from contracts.values import ReplyTo, Words
from portal_api.open_return import open_return

from tests.integration.portal_api.portal import NUMBER, PRIVATE_KEY, Portal
from tests.unit.portal_api.story import MERCHANT, NOON


async def _shipment(portal: Portal) -> UUID:
    [row] = await portal.rows("SELECT shipment_id FROM shipments")
    shipment_id: UUID = row["shipment_id"]
    return shipment_id


def an_opening(shipment_id: UUID, **changes: object) -> ReturnOpenedForCustomer:
    values: dict[str, object] = {
        "return_id": new_id(),
        "merchant_id": MERCHANT,
        "shipment_id": shipment_id,
        "tracking_number": NUMBER,
        "reasons": (Reason(code="fit", words=Words(fr="Trop petit", en="Too small")),),
        "method": "printed_label",
        "language": "en",
        "customer_name": "Camille Exemple",
        "customer_email": "camille@example.com",
        "opened_at": NOON,
    }
    return ReturnOpenedForCustomer.model_validate({**values, **changes})


async def _make(portal: Portal, opening: ReturnOpenedForCustomer) -> None:
    line = portal.settings.reply_line
    await open_return(portal.pool, line, opening.return_id, now=portal.now)


async def _announced(portal: Portal) -> list[dict[str, object]]:
    return [json.loads(row["value"]) for row in await portal.rows("SELECT * FROM outbox")]


async def test_it_is_made_once_and_its_customer_can_open_it(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    opening = an_opening(await _shipment(portal))

    await portal.hear(opening, opening)
    await asyncio.gather(*(_make(portal, opening) for _ in range(6)))

    [event] = await _announced(portal)
    reply = event["reply"]
    assert isinstance(reply, dict)
    reply_to = ReplyTo.model_validate_json(unseal(str(reply["sealed"]), PRIVATE_KEY))
    page = await client.get(reply_to.status_url.removeprefix(portal.settings.public_url))
    assert event["return_id"] == str(opening.return_id)
    assert (event["method"], event["language"]) == ("printed_label", "en")
    assert str(event["number"]) in page.text
    assert "Request received" in page.text


async def test_a_parcel_that_is_asked_back_already_is_not_asked_back_twice(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    token, _ = await portal.requested()
    opening = an_opening(await _shipment(portal))
    await portal.hear(opening)

    await _make(portal, opening)
    await _make(portal, opening)

    events = await _announced(portal)
    number = (await client.get(f"/api/v1/returns/{token}")).json()["number"]
    assert len(events) == 2
    assert (events[-1]["cause"], events[-1]["number"]) == ("already_requested", number)
    assert len(await portal.rows("SELECT FROM returns")) == 1


async def test_the_store_and_the_customer_at_once_make_one_return(portal: Portal) -> None:
    opening = an_opening(await _shipment(portal))
    await portal.hear(opening)
    draft = await portal.draft()

    await asyncio.gather(_make(portal, opening), portal.send(draft))

    assert len(await portal.rows("SELECT FROM returns")) == 1


async def test_a_store_that_is_not_known_yet_is_waited_for(portal: Portal) -> None:
    opening = an_opening(await _shipment(portal), merchant_id=new_id())
    await portal.hear(opening)

    with pytest.raises(Outage):
        await _make(portal, opening)

    assert await _announced(portal) == []
