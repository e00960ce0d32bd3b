"""No form of another site is taken, on any route that changes something, however it comes."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from tests.integration.merchant_api.edge import an_app
from tests.integration.portal_api.portal import a_portal

OWN = "http://centre.example"
SAFE = {"GET", "HEAD", "OPTIONS"}
REFUSED: list[dict[str, str]] = [
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"sec-fetch-site": ""},
    {"sec-fetch-site": "cross-site", "origin": OWN},
    {"sec-fetch-site": "cross-site", "authorization": "Basic eDp5"},
    {"sec-fetch-site": "cross-site", "cookie": "renvoi=x"},
    {"origin": "https://evil.example"},
    {"origin": f"{OWN}.evil.example"},
    {"origin": f"{OWN}:81"},
    {"origin": "null"},
    {"origin": ""},
    {"origin": "http://[centre.example"},
    {"origin": "https://evil.example", "referer": OWN},
    {"origin": "https://evil.example", "x-forwarded-host": "evil.example"},
    {"origin": "https://evil.example", "x-http-method-override": "GET"},
]
TAKEN: list[dict[str, str]] = [
    {},
    {"sec-fetch-site": "same-origin"},
    {"sec-fetch-site": "none"},
    {"origin": OWN},
    {"sec-fetch-site": "cross-site", "authorization": "Bearer x"},
]


@pytest.fixture(params=["portal-api", "merchant-api"])
def app(
    request: pytest.FixtureRequest, portal_pool: Pool, merchant_pool: Pool, tmp_path: Path
) -> FastAPI:
    if request.param == "portal-api":
        return a_portal(portal_pool, tmp_path, public_url=OWN).app
    return an_app(merchant_pool, public_url=OWN)


async def test_every_route_asks_where_a_form_comes_from(app: FastAPI) -> None:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=OWN) as client:
        for method, path in _unsafe(app):
            for headers in REFUSED:
                answer = await client.request(method, path, headers=headers)
                assert answer.status_code == httpx.codes.FORBIDDEN, (method, path, headers)
                assert answer.json()["type"] == "/problems/cross-origin"
            for headers in TAKEN:
                answer = await client.request(method, path, headers=headers)
                assert answer.status_code != httpx.codes.FORBIDDEN, (method, path, headers)


def _unsafe(app: FastAPI) -> Iterator[tuple[str, str]]:
    """List every route that changes something; and, to each other path, what it does not know."""
    contexts = [
        context
        for context in iter_route_contexts(app.routes)
        if isinstance(context.original_route, APIRoute) and context.path and context.methods
    ]
    found = {
        (method, context.path or "")
        for context in contexts
        for method in context.methods or ()
        if method not in SAFE
    }
    assert found
    yield from sorted(found)
    yield from ((method, "/") for method in ("POST", "PUT", "PATCH", "DELETE", "PROPFIND"))
