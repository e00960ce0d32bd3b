"""How often the carrier is called: a token bucket for each host and product."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from labeler.canada_post.errors import CarrierThrottled, CarrierUnavailable


@dataclass(slots=True)
class _Bucket:
    full_at: float = 0.0
    """When the bucket will be full again if nobody calls."""
    next_at: float = 0.0
    """No call before this: a gap since the last one, or the end of a pause."""
    paused_until: float = 0.0


class Pace:
    """The calls of one process, spread as the carrier asks. Share one among all accounts.

    On average `calls_per_s`, at most `burst` saved up, never closer together than `gap_s`. A call
    that would have to wait longer than `patience_s` is not made. Processes do not know of each
    other. Source: the carrier publishes no limit; it advises a gap of 250 ms, counts in windows
    of 60 s per product and application, and old groups allowed 20 tracking calls in one
    (developer documentation and reports of users, read 2026-11).
    """

    def __init__(
        self,
        *,
        calls_per_s: float = 1.0,
        burst: int = 3,
        gap_s: float = 0.25,
        patience_s: float = 10.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._interval_s = 1.0 / calls_per_s
        self._saved_s = (burst - 1) * self._interval_s
        self._gap_s = gap_s
        self._patience_s = patience_s
        self._clock = clock
        self._sleep = sleep
        self._buckets: dict[tuple[str, str], _Bucket] = {}

    async def take(self, host: str, product: str) -> None:
        """Wait for one's turn.

        Raises CarrierThrottled during a pause that lasts too long, CarrierUnavailable when too
        many wait already; both say how long.
        """
        bucket = self._bucket(host, product)
        now = self._clock()
        turn = self._turn(bucket, now)
        bucket.full_at = max(bucket.full_at, turn) + self._interval_s
        bucket.next_at = turn + self._gap_s
        if turn > now:
            await self._sleep(turn - now)
            self._refuse_if_paused_meanwhile(bucket, turn)

    def _turn(self, bucket: _Bucket, now: float) -> float:
        """Tell when the next call may be made, if that is not too far away."""
        turn = max(now, bucket.full_at - self._saved_s, bucket.next_at)
        if turn - now > self._patience_s:
            if bucket.paused_until - now > self._patience_s:
                raise CarrierThrottled(cause="paused", retry_after_s=bucket.paused_until - now)
            raise CarrierUnavailable(cause="too many calls are waiting", retry_after_s=turn - now)
        return turn

    def _refuse_if_paused_meanwhile(self, bucket: _Bucket, turn: float) -> None:
        if bucket.paused_until > turn:
            left_s = max(0.0, bucket.paused_until - self._clock())
            raise CarrierThrottled(cause="paused", retry_after_s=left_s)

    def pause(self, host: str, product: str, seconds: float) -> None:
        """Make no call for a while: the carrier has just turned one away."""
        bucket = self._bucket(host, product)
        bucket.paused_until = max(bucket.paused_until, self._clock() + seconds)
        bucket.next_at = max(bucket.next_at, bucket.paused_until)

    def _bucket(self, host: str, product: str) -> _Bucket:
        return self._buckets.setdefault((host, product), _Bucket())
