"""Live means that my loops turn; ready means that I can serve now."""

import asyncio
from collections.abc import Awaitable, Callable

import httpx
import pytest
from chassis.health import Health
from chassis.process import Stop
from starlette.applications import Starlette


async def _ask(health: Health, path: str, method: str = "GET") -> tuple[int, dict[str, object]]:
    app = Starlette(routes=health.routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://a") as client:
        answer = await client.request(method, path)
        return answer.status_code, answer.json() if method == "GET" else {}


async def _works() -> None:
    """Answer, as a database would."""


async def _fails() -> None:
    raise OSError


async def _hangs() -> None:
    await asyncio.Event().wait()


async def test_a_process_whose_loops_turn_is_live() -> None:
    health = Health()
    health.pulse("one").beat()
    health.pulse("two").beat()

    assert await _ask(health, "/livez") == (200, {"ok": True, "failed": []})


async def test_a_loop_that_stands_still_is_named() -> None:
    health = Health()
    health.pulse("turning")
    health.pulse("still", within_s=-1)

    assert await _ask(health, "/livez") == (503, {"ok": False, "failed": ["still"]})


async def test_a_loop_that_turns_again_is_live_again() -> None:
    health = Health()
    pulse = health.pulse("loop", within_s=0.02)
    async with asyncio.timeout(5):
        while (await _ask(health, "/livez"))[0] == 200:
            pass

    pulse.beat()

    assert pulse.is_alive()


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        (_works, (200, {"ok": True, "failed": []})),
        (_fails, (503, {"ok": False, "failed": ["database"]})),
    ],
)
async def test_a_process_is_ready_if_what_it_needs_is_there(
    check: Callable[[], Awaitable[None]], expected: tuple[int, dict[str, object]]
) -> None:
    health = Health()
    health.needs("disk", _works)
    health.needs("database", check)

    assert await _ask(health, "/readyz") == expected


async def test_a_need_that_hangs_is_a_need_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chassis.health._CHECK_WITHIN_S", 0.05)
    health = Health()
    health.needs("database", _hangs)

    async with asyncio.timeout(2):
        assert (await _ask(health, "/readyz"))[0] == 503


async def test_a_process_that_cannot_serve_is_live_all_the_same() -> None:
    health = Health()
    health.needs("database", _fails)

    assert (await _ask(health, "/livez"))[0] == 200


async def test_a_process_that_was_told_to_stop_is_ready_no_more_but_live() -> None:
    health, stop = Health(), Stop()
    stop.set()
    await health.drain_on(stop)

    assert await _ask(health, "/readyz") == (503, {"ok": False, "failed": ["draining"]})
    assert (await _ask(health, "/livez"))[0] == 200


async def test_head_is_answered_as_well() -> None:
    assert (await _ask(Health(), "/livez", "HEAD"))[0] == 200
