"""The carrier's client: one method for each thing asked of Canada Post."""

from collections.abc import Callable
from functools import lru_cache

import httpx
import structlog
from contracts.values import Language

from labeler.canada_post import artifact, authorized_return, outcomes, rating, stages, tracking
from labeler.canada_post.authorized_return import CreatedReturn
from labeler.canada_post.errors import (
    CarrierRefused,
    CarrierThrottled,
    CarrierUnavailable,
    OutcomeUnknown,
    Unreadable,
)
from labeler.canada_post.inputs import Account, ArtifactLink, MailingScenario, ReturnOrder
from labeler.canada_post.pace import Pace
from labeler.canada_post.rating import Quote
from labeler.canada_post.tracking import TrackingDetail, TrackingEvent
from labeler.canada_post.transport import LABEL_LIMIT_BYTES, Answer, AnswerLost, Call, exchange

log = structlog.get_logger()


class CanadaPost:
    """One merchant's account at the carrier, in one language.

    `http` comes from `open_http`, whose address is the only one that ever sees credentials; it and
    `pace` are shared by all accounts of that host and closed by whoever opened them. Waiting for
    one's turn (at most the pace's patience) comes on top of `total_s` for the call itself.
    `total_s` should exceed the 9 s that connecting may take by itself: below, a host that never
    answers looks like a lost answer, and a creation that never left is unknown.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        account: Account,
        *,
        pace: Pace,
        language: Language = "fr",
        total_s: float = 20.0,
    ) -> None:
        self._http = http
        self._host = http.base_url.netloc.decode()
        self._account = account
        self._pace = pace
        self._language = language
        self._total_s = total_s

    async def rate(self, scenario: MailingScenario) -> list[Quote]:
        """Ask what a parcel would cost; no service at all is a legal answer. May be repeated.

        Sends kilograms to three decimals; gives Canadian cents. Raises CarrierRefused (final) or
        CarrierUnavailable (retry). Source: Canada Post REST, Get Rates (read 2026-11).
        """
        content = rating.write_scenario(self._account, scenario)
        call = Call("POST", rating.PATH, rating.MEDIA_TYPE, content=content)
        answer = await self._read("rating", call)
        try:
            return rating.read_quotes(answer.body)
        except Unreadable as error:
            raise CarrierUnavailable(cause="price quotes could not be read") from error

    async def turn_to_create(self) -> None:
        """Wait for the turn that `create_authorized_return` uses up. Raises CarrierUnavailable.

        Apart from it, so that the row which says that a call is under way is written after the
        wait: whoever dies while waiting leaves nothing in doubt.
        """
        await self._pace.take(self._host, "returns")

    async def create_authorized_return(self, order: ReturnOrder) -> CreatedReturn:
        """Obtain a label, at once: see `turn_to_create`. Nothing can call it back.

        Charged when scanned, as measured. Sends kilograms to three decimals. Raises CarrierRefused
        (final), CarrierUnavailable (nothing happened; retry) or OutcomeUnknown (a label may exist;
        never repeat by machine). A cancelled or killed call is unknown too: keep a row from before
        it. The carrier knows no request id. Source: Canada Post REST, Create Authorized Return
        (read 2026-11).
        """
        content = authorized_return.write_order(order)
        path = authorized_return.path(self._account)
        call = Call("POST", path, authorized_return.MEDIA_TYPE, content=content)
        try:
            answer = await self._send("returns", call, outcomes.check_creation)
        except AnswerLost as error:
            cause = f"the answer was lost: {error}"
            raise OutcomeUnknown(cause) from error
        try:
            return authorized_return.read_created(answer.body)
        except Unreadable as error:
            cause = f"the answer could not be read: {error}"
            raise OutcomeUnknown(cause, status=answer.status) from error

    async def fetch_artifact(self, link: ArtifactLink) -> bytes:
        """Fetch a label: a whole PDF of at most 5 MB, as the carrier made it. May be repeated.

        Raises CarrierRefused (final; status 404 once 5 days are over), or CarrierUnavailable
        (retry) also while it is not ready. Source: Canada Post REST, Get Artifact (read 2026-11).
        """
        artifact.check_link(link, self._http.base_url)
        call = Call("GET", link.href, link.media_type, limit_bytes=LABEL_LIMIT_BYTES)
        return artifact.check_pdf(await self._read("artifacts", call))

    async def track(self, tracking_pin: str) -> list[TrackingEvent]:
        """List what happened to a parcel, oldest first; empty before its first scan.

        Descriptions are in the client's language, instants in UTC. Raises CarrierRefused (final)
        or CarrierUnavailable (retry). Source: Canada Post REST, Get Tracking Details
        (read 2026-11).
        """
        call = Call("GET", tracking.path(tracking_pin), tracking.MEDIA_TYPE)
        try:
            detail = tracking.read_detail((await self._read("tracking", call)).body)
        except CarrierRefused as refusal:
            if tracking.NO_HISTORY in refusal.codes:
                return []
            raise
        except Unreadable as error:
            raise CarrierUnavailable(cause="tracking could not be read") from error
        _report(detail)
        return list(detail.events)

    async def _read(self, product: str, call: Call) -> Answer:
        await self._pace.take(self._host, product)
        try:
            return await self._send(product, call, outcomes.check_read)
        except AnswerLost as error:
            cause = f"the answer was lost: {error}"
            raise CarrierUnavailable(cause) from error

    async def _send(self, product: str, call: Call, check: Callable[[Answer], None]) -> Answer:
        answer = await exchange(
            self._http, call, self._account, language=self._language, total_s=self._total_s
        )
        try:
            check(answer)
        except CarrierThrottled as error:
            self._pace.pause(self._host, product, error.retry_after_s or outcomes.WINDOW_S)
            raise
        return answer


def _report(detail: TrackingDetail) -> None:
    for event in detail.events:
        if not stages.is_known(event.event_id):
            _warn_once("tracking event of an unknown kind", event.event_id)
    for event_id in detail.undated_ids:
        _warn_once("tracking event without a readable date", event_id)


@lru_cache(maxsize=1024)
def _warn_once(message: str, event_id: str) -> None:
    """Once for each id in a process: a poller would say it at every look."""
    log.warning(message, event_id=event_id[:32])
