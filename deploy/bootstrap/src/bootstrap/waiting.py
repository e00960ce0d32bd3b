"""Waiting, with a bound, for something that is still starting."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


class NotReached(Exception):
    """The other side did not answer in time, or refused us; the message is for a person."""


async def keep_trying(
    attempt: Callable[[], Awaitable[T]],
    *,
    on: tuple[type[BaseException], ...],
    what: str,
    wait_s: float,
) -> T:
    """Return what `attempt` returns, repeating it while it raises one of `on`.

    Raises NotReached, with the last reason, after `wait_s` seconds.
    """
    last: BaseException | None = None
    try:
        async with asyncio.timeout(wait_s):
            while True:
                try:
                    return await attempt()
                except on as error:
                    last = error
                await asyncio.sleep(random.uniform(0.1, 0.3))  # noqa: S311  jitter
    except TimeoutError:
        reason = f" ({last})" if last else ""
        message = f"{what} could not be reached within {wait_s:g} s{reason}."
        raise NotReached(message) from last
