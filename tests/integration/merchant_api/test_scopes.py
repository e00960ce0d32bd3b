"""A key opens what its scopes name, and nothing else, on every route there is."""

from typing import Final

import pytest
from chassis.db import Pool
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.keys.make_key import Wish, make_key
from merchant_api.keys.scopes import ALL_SCOPES, Scope

from tests.integration.merchant_api.edge import a_client, at
from tests.integration.merchant_api.story import DEMI, NOON, Shop

# Every route of the API, and what a key has to be good for. A new route is added here, or the unit
# test of the same name fails.
NEEDS: Final[dict[str, Scope]] = {
    "POST /api/v1/shipments": "shipments:write",
    "GET /api/v1/shipments": "shipments:read",
    "GET /api/v1/shipments/{shipment_id}": "shipments:read",
    "PUT /api/v1/shipments/{shipment_id}": "shipments:write",
    "DELETE /api/v1/shipments/{shipment_id}": "shipments:write",
    "GET /api/v1/returns": "returns:read",
    "GET /api/v1/returns/{return_id}": "returns:read",
    "POST /api/v1/returns": "returns:decide",
    "GET /api/v1/returns/{return_id}/opening": "returns:read",
    "POST /api/v1/returns/{return_id}/estimate": "returns:decide",
    "POST /api/v1/returns/{return_id}/approve": "returns:decide",
    "POST /api/v1/returns/{return_id}/decline": "returns:decide",
    "POST /api/v1/returns/{return_id}/receive": "returns:decide",
    "POST /api/v1/returns/{return_id}/close": "returns:decide",
    "POST /api/v1/returns/{return_id}/cancel": "returns:decide",
    "POST /api/v1/returns/{return_id}/void-label": "returns:decide",
    "POST /api/v1/returns/{return_id}/label": "returns:decide",
    "POST /api/v1/returns/{return_id}/messages/resend": "returns:decide",
    "POST /api/v1/returns/{return_id}/notes": "returns:decide",
    "POST /api/v1/returns/{return_id}/letters": "returns:decide",
    "GET /api/v1/returns.csv": "returns:read",
    "GET /api/v1/saved-views": "returns:read",
    "POST /api/v1/saved-views": "returns:decide",
    "DELETE /api/v1/saved-views/{view_id}": "returns:decide",
    "GET /api/v1/bulk-runs": "returns:read",
    "POST /api/v1/bulk-runs": "returns:decide",
    "GET /api/v1/bulk-runs/{run_id}": "returns:read",
    "GET /api/v1/bulk-runs/{run_id}/items": "returns:read",
    "GET /api/v1/today": "returns:read",
    "GET /api/v1/centre": "settings:read",
    "POST /api/v1/centre/trials": "shipments:write",
    "PUT /api/v1/centre/activation": "settings:write",
    "PUT /api/v1/centre/store": "settings:write",
    "POST /api/v1/centre/addresses": "settings:write",
    "GET /api/v1/centre/addresses/{address_id}": "settings:read",
    "PUT /api/v1/centre/addresses/{address_id}": "settings:write",
    "DELETE /api/v1/centre/addresses/{address_id}": "settings:write",
    "PUT /api/v1/centre/default-address": "settings:write",
    "POST /api/v1/centre/parcels": "settings:write",
    "GET /api/v1/centre/parcels/{preset_id}": "settings:read",
    "PUT /api/v1/centre/parcels/{preset_id}": "settings:write",
    "DELETE /api/v1/centre/parcels/{preset_id}": "settings:write",
    "PUT /api/v1/centre/default-parcel": "settings:write",
    "GET /api/v1/centre/reasons": "settings:read",
    "PUT /api/v1/centre/reasons": "settings:write",
    "GET /api/v1/centre/approval": "settings:read",
    "PUT /api/v1/centre/approval": "settings:write",
    "GET /api/v1/centre/approval/replay": "settings:read",
    "GET /api/v1/carrier-account": "settings:read",
    "POST /api/v1/carrier-account/checks": "settings:write",
    "GET /api/v1/carrier-account/checks/{check_id}": "settings:read",
    "PUT /api/v1/carrier-account": "settings:write",
    "GET /api/v1/people": "settings:read",
    "GET /api/v1/people/invitations": "settings:read",
    "GET /api/v1/people/invitations/{invitation_id}": "settings:read",
    "POST /api/v1/people": "settings:write",
    "POST /api/v1/people/invitations/{invitation_id}/send": "settings:write",
    "DELETE /api/v1/people/invitations/{invitation_id}": "settings:write",
    "GET /api/v1/people/{person_id}": "settings:read",
    "PUT /api/v1/people/{person_id}/role": "settings:write",
    "DELETE /api/v1/people/{person_id}": "settings:write",
    "GET /api/v1/centre/branding": "settings:read",
    "PUT /api/v1/centre/branding": "settings:write",
    "GET /api/v1/centre/branding/logo": "settings:read",
    "PUT /api/v1/centre/branding/logo": "settings:write",
    "DELETE /api/v1/centre/branding/logo": "settings:write",
    "GET /api/v1/centre/branding/picture": "settings:read",
    "PUT /api/v1/centre/branding/picture": "settings:write",
    "DELETE /api/v1/centre/branding/picture": "settings:write",
    "GET /api/v1/notifications": "settings:read",
    "PUT /api/v1/notifications": "settings:write",
    "GET /api/v1/api-keys": "settings:read",
    "POST /api/v1/api-keys": "settings:write",
    "GET /api/v1/api-keys/{key_id}": "settings:read",
    "DELETE /api/v1/api-keys/{key_id}": "settings:write",
}


@pytest.mark.parametrize("scope", ALL_SCOPES)
async def test_one_scope_opens_its_own_routes_only(
    app: FastAPI, shop: Shop, scope: Scope, merchant_pool: Pool
) -> None:
    wish = Wish("one scope", (scope,))
    key = await make_key(merchant_pool, shop.merchant_id, wish, actor=DEMI, now=NOON)

    async with a_client(app, key=key.text) as program:
        for route, needed in NEEDS.items():
            method, path = route.split(" ")
            answer = await program.request(method, at(path, new_id(), "RV-0001-6K"))

            is_closed = answer.status_code == 403
            assert is_closed == (needed != scope), f"{route} with {scope}: {answer.status_code}"
            if is_closed:
                assert answer.json()["type"] == "/problems/scope-missing"
                assert answer.json()["scope"] == needed


@pytest.mark.parametrize("scope", ALL_SCOPES)
async def test_all_the_others_do_not_open_what_one_would(
    app: FastAPI, shop: Shop, scope: Scope, merchant_pool: Pool
) -> None:
    others = Wish("all but one", tuple(it for it in ALL_SCOPES if it != scope))
    key = await make_key(merchant_pool, shop.merchant_id, others, actor=DEMI, now=NOON)

    async with a_client(app, key=key.text) as program:
        for route, needed in NEEDS.items():
            method, path = route.split(" ")
            answer = await program.request(method, at(path, new_id(), "RV-0001-6K"))

            assert (answer.status_code == 403) == (needed == scope), f"{route} without {scope}"
