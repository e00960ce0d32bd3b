"""An open queue hears of what others do: at once, of its own merchant only, and never for ever."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from chassis.db import Pool
from chassis.health import Health
from chassis.process import Stop
from chassis.serving import serve
from fastapi import FastAPI
from local_stack.ports import free_ports
from merchant_api.deciding.approve_return import approve_return
from merchant_api.queue import live

from tests.integration.merchant_api.edge import an_app, signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, hears

STREAM = {"accept": "text/event-stream"}


@pytest.fixture
async def address(merchant_pool: Pool) -> AsyncIterator[str]:
    """A console on a port: a stream that never ends needs a server that sends as it goes."""
    port = free_ports().console
    url = f"http://127.0.0.1:{port}"
    stop = Stop()
    serving = asyncio.create_task(
        serve(an_app(merchant_pool, public_url=url), "127.0.0.1", port, stop)
    )
    async with asyncio.timeout(10):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                break
            await asyncio.sleep(0.02)
    yield url
    stop.set()
    await serving


@asynccontextmanager
async def _listening(address: str, cookie: str) -> AsyncIterator[AsyncIterator[str]]:
    """Open the stream; give the names of its events as they come."""
    headers = {**STREAM, "cookie": cookie}
    async with (
        httpx.AsyncClient(base_url=address, timeout=20) as client,
        client.stream("GET", "/retours/flux", headers=headers) as answer,
    ):
        assert answer.headers["content-type"].startswith("text/event-stream")
        assert answer.headers["x-accel-buffering"] == "no"

        async def names() -> AsyncIterator[str]:
            async for line in answer.aiter_lines():
                if line.startswith("event: "):
                    yield line.removeprefix("event: ")

        yield names()


async def _cookie(app: FastAPI, shop: Shop) -> str:
    person = await signed_in(app, shop)
    return "; ".join(f"{name}={value}" for name, value in person.cookies.items())


async def _next(names: AsyncIterator[str]) -> str:
    async with asyncio.timeout(5):
        return await anext(names)


async def test_an_open_page_hears_at_once_of_its_own_merchant_only(
    app: FastAPI, shop: Shop, other_shop: Shop, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 1.0)
    return_id = await shop.is_asked()
    async with (
        _listening(address, await _cookie(app, shop)) as ours,
        _listening(address, await _cookie(app, other_shop)) as theirs,
    ):
        assert [await _next(ours), await _next(theirs)] == ["bonjour", "bonjour"]

        await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

        assert await _next(ours) == "nouvelles"
        assert await _next(theirs) == "battement"
        await hears(shop.pool, shop.a_label(return_id))
        heard = await _next(ours)
        assert (await _next(ours) if heard == "battement" else heard) == "nouvelles"


async def test_the_stream_ends_with_the_session(
    app: FastAPI, shop: Shop, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.3)
    async with _listening(address, await _cookie(app, shop)) as names:
        await _next(names)

        await shop.pool.execute("DELETE FROM sessions")

        assert [name async for name in names][-1] == "fin"


async def test_one_person_has_a_few_streams_and_then_asks_by_themselves(
    app: FastAPI, shop: Shop, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "MOST_OF_ONE", 1)
    monkeypatch.setattr(live, "HEARTBEAT_S", 0.2)
    cookie = await _cookie(app, shop)
    async with httpx.AsyncClient(base_url=address, headers={**STREAM, "cookie": cookie}) as client:
        async with _listening(address, cookie) as names:
            await _next(names)
            refused = await client.get("/retours/flux")

        async def asks_until_there_is_room() -> int:
            while True:
                async with client.stream("GET", "/retours/flux") as answer:
                    if answer.status_code != 204:
                        return answer.status_code

        async with asyncio.timeout(5):
            taken = await asks_until_there_is_room()

    assert (refused.status_code, taken) == (204, 200)


async def test_what_is_no_stream_is_given_none(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    assert (await person.get("/retours/flux")).status_code == 406


async def test_a_stopping_process_lets_its_streams_go(shop: Shop) -> None:
    health = Health()
    streams = live.Live(shop.pool, health)

    async def still() -> bool:
        return True

    names = streams.news(asyncio.Event(), still)
    await anext(names)
    health.draining = True

    async with asyncio.timeout(5):
        assert [name async for name in names] in ([], [b"event: battement\ndata:\n\n"])


async def test_news_tells_what_changed_in_the_view_of_the_page(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    seen = await shop.is_asked()
    await shop.is_asked(name="Noé Modèle")
    lines = "RV-0001-6K.1,RV-0002-6K.1"
    await approve_return(shop.pool, shop.merchant_id, seen, actor=DEMI, now=NOON)
    new = shop.a_request((await shop.ships()).shipment_id)
    await hears(
        shop.pool, new.model_copy(update={"requested_at": new.requested_at.replace(hour=20)})
    )

    answer = await person.get(
        "/retours/nouvelles", params={"lignes": lines, "vu_a": NOON.isoformat()}
    )

    told = answer.json()
    assert (told["counts"]["to_decide"], told["counts"]["approved"]) == ("2", "1")
    assert list(told["rows"]) == ["RV-0001-6K"]
    assert "Approuvé" in told["rows"]["RV-0001-6K"]
    assert told["strip"] == "1 nouveau retour\N{NO-BREAK SPACE}: voir"


async def test_rows_of_no_version_are_passed_over(app: FastAPI, shop: Shop) -> None:
    await shop.is_asked()
    person = await signed_in(app, shop)

    for lines in ("RV-0001-6K.", "RV-0001-6K.²", ".", "RV-0001-6K." + "9" * 5000):
        news = await person.get("/retours/nouvelles", params={"lignes": lines})
        assert news.status_code == 200
        assert news.json()["rows"] == {}
