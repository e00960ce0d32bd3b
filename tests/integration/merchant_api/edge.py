"""The HTTP edge of merchant-api, called without a network."""

import re
from datetime import datetime

import httpx
from chassis.db import Pool
from chassis.health import Health
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from merchant_api.app import make_app
from merchant_api.settings import Settings

from tests.integration.merchant_api.story import NOON, PASSWORD, PUBLIC_KEY, Shop

URL = "http://127.0.0.1:8081"


def an_app(
    pool: Pool, *, public_url: str = URL, now: datetime = NOON, trusted_proxies: str = ""
) -> FastAPI:
    settings = Settings.model_validate(
        {
            "database_url": "postgresql://unused",
            "kafka_bootstrap_servers": "127.0.0.1:9",
            "labeler_public_key": PUBLIC_KEY,
            "notifier_public_key": PUBLIC_KEY,
            "blob_url": "memory:///",
            "public_url": public_url,
            "trusted_proxies": trusted_proxies,
        }
    )
    return make_app(settings, pool, Health(), clock=lambda: now)


def a_client(app: FastAPI, *, key: str | None = None, url: str = URL) -> httpx.AsyncClient:
    """Make a client; with `key` a program's, otherwise a browser's without script."""
    headers = {"authorization": f"Bearer {key}"} if key else {"sec-fetch-site": "same-origin"}
    # The last resort for bugs answers 500 and is then raised by the server: here it is answered.
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=url, headers=headers)


async def signed_in(app: FastAPI, shop: Shop, *, url: str = URL) -> httpx.AsyncClient:
    """Open the console as the shop's person."""
    browser = a_client(app, url=url)
    answer = await browser.post("/connexion", data={"email": shop.email, "password": PASSWORD})
    assert answer.status_code == 303, answer.text
    return browser


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """List method and path of every route of ours, however deep it was included."""
    found = [
        (method, re.sub(r":\w+}", "}", context.path))  # without what a path asks of an id
        for context in iter_route_contexts(app.routes)
        if isinstance(context.original_route, APIRoute) and context.path and context.methods
        for method in sorted(context.methods)
    ]
    assert len(found) > 15, "a walk that finds nothing proves nothing"
    return found


def at(path: str, return_id: object, number: str) -> str:
    """Fill in the ids of a route."""
    return (
        path.replace("{return_id}", str(return_id))
        .replace("{shipment_id}", str(return_id))
        .replace("{address_id}", str(return_id))
        .replace("{preset_id}", str(return_id))
        .replace("{check_id}", str(return_id))
        .replace("{key_id}", str(return_id))
        .replace("{import_id}", str(return_id))
        .replace("{run_id}", str(return_id))
        .replace("{view_id}", str(return_id))
        .replace("{digest}", str(return_id))
        .replace("{crop}", "logo")
        .replace("{person_id}", str(return_id))
        .replace("{invitation_id}", str(return_id))
        .replace("{secret}", str(return_id))
        .replace("{number}", number)
    )
