"""What changes something is asked for by our own pages, or by programs: Go 1.25's rule."""

import httpx
import pytest
from chassis.web import harden
from fastapi import FastAPI

OWN = "https://shop.example"


def _app() -> FastAPI:
    app = FastAPI()

    @app.api_route("/", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
    async def change() -> dict[str, bool]:
        return {"changed": True}

    harden(app, public_url=OWN)
    return app


async def _status(method: str, headers: dict[str, str], base_url: str = OWN) -> int:
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(_app()), base_url=base_url
    ) as client:
        return (await client.request(method, "/", headers=headers)).status_code


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        # A browser says where the request comes from.
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": ""}, 403),
        ({"sec-fetch-site": "cross-site", "origin": OWN}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "https://evil.example"}, 200),
        # An old browser says its origin.
        ({"origin": OWN}, 200),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "https://shop.example.evil.example"}, 403),
        ({"origin": "https://shop.example:8443"}, 403),
        ({"origin": "https://other.shop.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": ""}, 403),
        ({"origin": "null", "host": ""}, 403),
        ({"origin": "http://["}, 403),
        ({"origin": "shop.example"}, 403),
        # A program says neither.
        ({}, 200),
        ({"cookie": "session=1"}, 200),
        # A key of one's own cannot be sent from a foreign page; a browser's password is.
        ({"origin": "https://evil.example", "authorization": "Bearer key"}, 200),
        ({"origin": "https://evil.example", "authorization": "bearer key"}, 200),
        ({"origin": "https://evil.example", "authorization": "Basic YTpi"}, 403),
        ({"origin": "https://evil.example", "authorization": ""}, 403),
        ({"sec-fetch-site": "cross-site", "authorization": "Negotiate x"}, 403),
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
async def test_only_our_own_pages_and_programs_may_change_something(
    method: str, headers: dict[str, str], status: int
) -> None:
    assert await _status(method, headers) == status


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "same-origin"])
async def test_anybody_may_link_to_a_page(site: str) -> None:
    headers = {"sec-fetch-site": site, "origin": "https://evil.example"}

    assert await _status("GET", headers) == await _status("HEAD", headers) == 200


async def test_behind_another_address_the_host_that_was_asked_counts() -> None:
    headers = {"origin": "http://127.0.0.1:8080"}

    assert await _status("POST", headers, base_url="http://127.0.0.1:8080") == 200
    assert await _status("POST", headers) == 403
