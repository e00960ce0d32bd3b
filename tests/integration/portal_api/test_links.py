"""A secret link opens the one thing it was given for; everything else is like what never was."""

import re
from uuid import uuid4

import pytest
from contracts.centres import CentreConfigured

from tests.integration.portal_api.portal import Portal, a_shipment
from tests.integration.portal_api.test_edge import routes
from tests.unit.portal_api.story import a_centre

NOBODY = "x" * 22
OTHER = "atelier-austral"


def _with(portal: Portal, name: str) -> list[tuple[str, str]]:
    """List the routes that are opened by a secret, with `{}` where it stands."""
    found = [(method, path.replace(NOBODY, "{}")) for method, path in routes(portal)]
    chosen = [(method, path) for method, path in found if re.search(name, path)]
    assert len(chosen) > 3
    return chosen


@pytest.fixture
async def other_centre(portal: Portal) -> CentreConfigured:
    centre = a_centre().model_copy(update={"merchant_id": uuid4(), "slug": OTHER})
    await portal.hear(centre, a_shipment(merchant_id=centre.merchant_id))
    return centre


async def test_nothing_but_its_own_secret_opens_a_return(portal: Portal) -> None:
    draft = await portal.draft()
    answer = (await portal.send(draft)).json()
    [row] = await portal.rows("SELECT return_id, number, shipment_id FROM returns")
    await portal.label(row["return_id"])
    keys = [draft, answer["number"], str(row["return_id"]), str(row["shipment_id"]), "%25", "%00"]

    async with portal.client() as client:
        for method, path in _with(portal, r"/r/\{\}|returns/\{\}"):
            unknown = await client.request(method, path.format(NOBODY))
            for key in (*keys, answer["token"][:-1], answer["token"].swapcase()):
                found = await client.request(method, path.format(key))
                assert found.status_code == 404, (method, path, key)
                assert found.text == unknown.text, (method, path, key)


@pytest.mark.usefixtures("other_centre")
async def test_nothing_but_its_own_secret_opens_a_draft_and_in_its_own_centre_alone(
    portal: Portal,
) -> None:
    token, _ = await portal.requested()
    await portal.hear(a_shipment("7023210194837270"))
    draft = await portal.draft(number="7023210194837270")

    async with portal.client() as client:
        for method, path in _with(portal, r"/demande/\{\}"):
            elsewhere = path.replace("atelier-boreal", OTHER)
            for address in (path.format(token), elsewhere.format(draft), elsewhere.format(NOBODY)):
                found = await client.request(method, address, data={"email": "a@example.com"})
                assert found.status_code == 404, (method, address)
            own = await client.request(method, path.format(draft))
            assert own.status_code != 404, (method, path)

    assert len(await portal.rows("SELECT 1 FROM returns")) == 1
