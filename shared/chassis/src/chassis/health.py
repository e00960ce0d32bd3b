"""Live: my loops still turn. Ready: I can serve now. Both as plain ASGI routes."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from chassis.process import Stop

Check = Callable[[], Awaitable[object]]

_CHECK_WITHIN_S = 2.0


class Pulse:
    """The heartbeat of one loop."""

    def __init__(self, within_s: float) -> None:
        self._within_s = within_s
        self._beat_at = time.monotonic()

    def beat(self) -> None:
        """Say that the loop has come round once more."""
        self._beat_at = time.monotonic()

    def is_alive(self) -> bool:
        """Tell whether the last beat is young enough."""
        return time.monotonic() - self._beat_at <= self._within_s


class Health:
    """What the outside may know about a process."""

    def __init__(self) -> None:
        self._pulses: dict[str, Pulse] = {}
        self._checks: dict[str, Check] = {}
        self.draining = False

    def pulse(self, loop: str, within_s: float = 60.0) -> Pulse:
        """Begin to watch `loop`: it must beat at least every `within_s` seconds."""
        self._pulses[loop] = Pulse(within_s)
        return self._pulses[loop]

    def needs(self, name: str, check: Check) -> None:
        """Require that `check` does not raise for the process to be ready."""
        self._checks[name] = check

    async def drain_on(self, stop: Stop) -> None:
        """Be ready no more once `stop` has come, for as long as answers are still given."""
        await stop.wait()
        self.draining = True

    def routes(self) -> list[Route]:
        """Give `/livez` and `/readyz`: 200 or 503, and which part failed."""
        return [Route("/livez", self._live), Route("/readyz", self._ready)]

    async def _live(self, _: Request) -> JSONResponse:
        still = [name for name, pulse in self._pulses.items() if not pulse.is_alive()]
        return _answer(still)

    async def _ready(self, _: Request) -> JSONResponse:
        if self.draining:
            return _answer(["draining"])
        failed = await asyncio.gather(*(_fails(check) for check in self._checks.values()))
        return _answer([name for name, bad in zip(self._checks, failed, strict=True) if bad])


async def _fails(check: Check) -> bool:
    try:
        async with asyncio.timeout(_CHECK_WITHIN_S):
            await check()
    except Exception:  # noqa: BLE001  any failure means the same here, and is told by name
        return True
    return False


def _answer(failed: list[str]) -> JSONResponse:
    return JSONResponse({"ok": not failed, "failed": failed}, 503 if failed else 200)
