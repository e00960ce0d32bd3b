import gzip
import json

import httpx
import look
import pytest
from fastapi import FastAPI
from look.files import contents
from starlette.applications import Starlette

FOR_EVER = "public, max-age=31536000, immutable"


def client_of(app: Starlette) -> httpx.AsyncClient:
    look.mount(app)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://shop.example")


@pytest.mark.parametrize("app", [Starlette(), FastAPI()], ids=["starlette", "fastapi"])
async def test_every_file_is_served_at_its_address_and_may_be_kept(app: Starlette) -> None:
    async with client_of(app) as client:
        for name, body in contents().items():
            reply = await client.get(look.url(name))

            assert reply.status_code == 200
            assert reply.content == body
            assert reply.headers["Cache-Control"] == FOR_EVER
            assert reply.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("base.css", "text/css; charset=utf-8"),
        ("htmx.min.js", "text/javascript; charset=utf-8"),
        ("icons.svg", "image/svg+xml"),
        ("backgrounds/plis-wide.webp", "image/webp"),
        ("fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2", "font/woff2"),
    ],
)
async def test_a_file_says_what_it_is(name: str, media_type: str) -> None:
    async with client_of(Starlette()) as client:
        reply = await client.get(look.url(name))

    assert reply.headers["Content-Type"] == media_type


async def test_text_travels_squeezed_to_who_accepts_it() -> None:
    async with (
        client_of(Starlette()) as client,
        client.stream("GET", look.url("base.css")) as reply,
    ):
        raw = b"".join([chunk async for chunk in reply.aiter_raw()])

    assert reply.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(raw) == contents()["base.css"]


async def test_text_travels_plain_to_who_asks_for_it() -> None:
    async with client_of(Starlette()) as client:
        plain = {"Accept-Encoding": "identity"}
        reply = await client.get(look.url("base.css"), headers=plain)

    assert "Content-Encoding" not in reply.headers
    assert reply.headers["Vary"] == "Accept-Encoding"


async def test_another_releases_page_gets_its_files_but_may_not_keep_them() -> None:
    async with client_of(Starlette()) as client:
        reply = await client.get("/look/000000000000/base.css")

    assert reply.status_code == 200
    assert reply.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ["nothing.css", "..%2f__init__.py", "css/type.css", ""])
async def test_nothing_else_is_served(name: str) -> None:
    async with client_of(Starlette()) as client:
        reply = await client.get(look.url("base.css").replace("base.css", name))

    assert reply.status_code == 404


def test_htmx_is_told_to_leave_styles_and_scripts_alone() -> None:
    config = json.loads(look.HTMX_CONFIG)

    assert config["includeIndicatorStyles"] is False
    assert config["allowEval"] is False
