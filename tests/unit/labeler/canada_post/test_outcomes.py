"""Every row of the outcome table: what an answer means to a read and to a creation."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx
import pytest
from labeler.canada_post import (
    Account,
    ArtifactLink,
    CanadaPost,
    CarrierRefused,
    CarrierThrottled,
    CarrierUnavailable,
    MailingScenario,
    OutcomeUnknown,
    Pace,
    Parcel,
    RequestNotSendable,
    ReturnOrder,
    open_http,
)

REFUSED, THROTTLED, UNAVAILABLE, UNKNOWN = (
    CarrierRefused,
    CarrierThrottled,
    CarrierUnavailable,
    OutcomeUnknown,
)
BASE = "https://carrier.example"
HTML = b"<html><body>Please try again later</body></html>"
ZERO = b'<messages xmlns="http://www.canadapost.ca/ws/messages"/>'
SLM = "Rejected by SLM Monitor"
CVC = "cvc-pattern-valid: Value 'x' is not facet-valid"
FAULT = b"<Envelope><Body><Fault><faultstring>Rejected by SLM Monitor</faultstring></Fault></Body>"


def said(*messages: tuple[str, str]) -> bytes:
    """An error body."""
    told = "".join(
        f"<message><code>{code}</code><description>{text}</description></message>"
        for code, text in messages
    )
    return f'<messages xmlns="http://www.canadapost.ca/ws/messages">{told}</messages>'.encode()


@dataclass(frozen=True)
class Row:
    """An answer, or an error on the way to one, and what it means."""

    came: tuple[int, bytes] | httpx.RequestError | OSError
    to_read: type[Exception]
    to_creation: type[Exception]
    codes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        if isinstance(self.came, Exception):
            return type(self.came).__name__
        status, body = self.came
        return f"{status} {body[:200].decode()}"


ANSWERS = [
    Row((200, said(("Server", SLM))), THROTTLED, THROTTLED),
    Row((500, said(("Server", SLM))), THROTTLED, THROTTLED),
    Row((504, said(("Server", SLM))), THROTTLED, THROTTLED),
    Row((500, SLM.encode()), THROTTLED, THROTTLED),
    Row((503, FAULT), THROTTLED, THROTTLED),
    Row((429, b""), THROTTLED, THROTTLED),
    Row((401, said(("E002", "AAA Authentication Failure"))), REFUSED, REFUSED, ("E002",)),
    Row((500, said(("E002", "AAA Authentication Failure"))), REFUSED, REFUSED, ("E002",)),
    Row((403, said(("AA004", "not for this customer"))), REFUSED, REFUSED, ("AA004",)),
    Row((200, said(("AA001", "deactivated"))), REFUSED, REFUSED, ("AA001",)),
    Row((500, said(("Server", CVC))), REFUSED, REFUSED, ("Server",)),
    Row((200, said(("Server", CVC))), REFUSED, REFUSED, ("Server",)),
    Row(
        (400, said(("9111", "no service"), ("2695", "a telephone"))),
        REFUSED,
        REFUSED,
        ("9111", "2695"),
    ),
    Row((400, said(("77777", "a code that nobody knows"))), REFUSED, REFUSED, ("77777",)),
    Row((400, ZERO), REFUSED, REFUSED),
    Row((400, HTML), REFUSED, REFUSED),
    Row((401, b""), REFUSED, REFUSED),
    Row((403, b""), REFUSED, REFUSED),
    Row((404, ZERO), REFUSED, REFUSED),
    Row((404, b""), REFUSED, REFUSED),
    Row((406, b""), REFUSED, REFUSED),
    Row((412, b""), REFUSED, REFUSED),
    Row((415, b""), REFUSED, REFUSED),
    Row((400, said(("9150", "PDF"))), UNAVAILABLE, UNKNOWN, ("9150",)),
    Row((400, said(("9151", "PDF"))), UNAVAILABLE, UNKNOWN, ("9151",)),
    Row((500, said(("9155", "PDF"))), UNAVAILABLE, UNKNOWN, ("9155",)),
    Row((400, said(("9153", "not finished"))), UNAVAILABLE, REFUSED, ("9153",)),
    Row((408, b""), UNAVAILABLE, UNKNOWN),
    Row((202, b""), UNAVAILABLE, UNKNOWN),
    Row((204, b""), UNAVAILABLE, UNKNOWN),
    Row((206, b"<a/>"), UNAVAILABLE, UNKNOWN),
    Row((301, b""), UNAVAILABLE, UNKNOWN),
    Row((302, HTML), UNAVAILABLE, UNKNOWN),
    Row((303, b""), UNAVAILABLE, UNKNOWN),
    Row((307, b""), UNAVAILABLE, UNKNOWN),
    Row((500, b""), UNAVAILABLE, UNKNOWN),
    Row((500, HTML), UNAVAILABLE, UNKNOWN),
    Row((500, said(("Server", "Internal error"))), UNAVAILABLE, UNKNOWN, ("Server",)),
    Row((500, said(("9111", "no service"))), UNAVAILABLE, UNKNOWN, ("9111",)),
    Row((502, b""), UNAVAILABLE, UNKNOWN),
    Row((503, b""), UNAVAILABLE, UNKNOWN),
    Row((504, b""), UNAVAILABLE, UNKNOWN),
    Row((200, said(("9111", "no service"))), REFUSED, UNKNOWN, ("9111",)),
    Row((200, ZERO), UNAVAILABLE, UNKNOWN),
    Row((200, b""), UNAVAILABLE, UNKNOWN),
    Row((200, HTML), UNAVAILABLE, UNKNOWN),
    Row((200, b"<authorized-return-info><tracking-pin/>"), UNAVAILABLE, UNKNOWN),
    Row((200, b"<authorized-return-info/>"), UNAVAILABLE, UNKNOWN),
    Row((201, HTML), UNAVAILABLE, UNKNOWN),
    Row((200, b"<price-quotes>" + b" " * 1_000_000 + b"</price-quotes>"), UNAVAILABLE, UNKNOWN),
]
ERRORS = [
    Row(httpx.ConnectError("refused"), UNAVAILABLE, UNAVAILABLE),
    Row(httpx.ConnectTimeout("slow"), UNAVAILABLE, UNAVAILABLE),
    Row(httpx.PoolTimeout("crowded"), UNAVAILABLE, UNAVAILABLE),
    Row(httpx.ProxyError("no tunnel"), UNAVAILABLE, UNAVAILABLE),
    Row(httpx.WriteError("reset"), UNAVAILABLE, UNKNOWN),
    Row(httpx.WriteTimeout("slow"), UNAVAILABLE, UNKNOWN),
    Row(httpx.ReadError("reset"), UNAVAILABLE, UNKNOWN),
    Row(httpx.ReadTimeout("slow"), UNAVAILABLE, UNKNOWN),
    Row(httpx.RemoteProtocolError("disconnected"), UNAVAILABLE, UNKNOWN),
    Row(httpx.LocalProtocolError("state"), UNAVAILABLE, UNKNOWN),
    Row(httpx.DecodingError("gzip"), UNAVAILABLE, UNKNOWN),
    Row(TimeoutError(), UNAVAILABLE, UNKNOWN),
    Row(OSError("tls"), UNAVAILABLE, UNKNOWN),
]
ROWS = [pytest.param(row, id=row.label) for row in ANSWERS + ERRORS]


class Carrier:
    """Answers every call with one row, and counts the calls."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.calls = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.calls += 1
        if isinstance(self.row.came, Exception):
            raise self.row.came
        status, body = self.row.came
        headers = {"Location": f"{BASE}/elsewhere"} if 300 <= status < 400 else {}
        return httpx.Response(status, content=body, headers=headers, request=request)

    def client(self, account: Account) -> CanadaPost:
        http = open_http(BASE, httpx.MockTransport(self))
        return CanadaPost(http, account, pace=Pace())


async def ask_price(client: CanadaPost) -> object:
    return await client.rate(MailingScenario("J1H1A1", "H2X1Y4", Parcel(1_380)))


async def ask_events(client: CanadaPost) -> object:
    return await client.track("7023210039414604")


async def ask_label(client: CanadaPost) -> object:
    link = ArtifactLink(f"{BASE}/rs/artifact/an-api-user/1/0", "application/pdf")
    return await client.fetch_artifact(link)


def check(error: Exception, row: Row, expected: type[Exception]) -> None:
    """The very outcome, its codes, and nothing that a log must not hold."""
    assert type(error) is expected
    if isinstance(error, (CarrierRefused, OutcomeUnknown)):
        assert error.codes == row.codes
        assert len(error.descriptions) == len(row.codes)
        assert not any(text in str(error) for text in error.descriptions)
    if isinstance(error, CarrierThrottled):
        assert error.retry_after_s is not None
        assert error.retry_after_s >= 60


@pytest.mark.parametrize("row", ROWS)
async def test_a_creation_is_answered_or_unknown_and_never_sent_twice(
    row: Row, account: Account, order: ReturnOrder
) -> None:
    carrier = Carrier(row)

    with pytest.raises(Exception) as error:  # noqa: PT011  the type is what is looked at
        await carrier.client(account).create_authorized_return(order)

    check(error.value, row, row.to_creation)
    assert carrier.calls == 1


@pytest.mark.parametrize("ask", [ask_price, ask_events, ask_label])
@pytest.mark.parametrize("row", ROWS)
async def test_a_read_is_refused_or_may_be_made_again(
    row: Row, ask: Callable[[CanadaPost], Awaitable[object]], account: Account
) -> None:
    carrier = Carrier(row)

    with pytest.raises(Exception) as error:  # noqa: PT011  the type is what is looked at
        await ask(carrier.client(account))

    check(error.value, row, row.to_read)
    assert carrier.calls == 1


async def test_what_cannot_be_sent_is_not_sent(account: Account, order: ReturnOrder) -> None:
    carrier = Carrier(ANSWERS[0])
    order = ReturnOrder("DOM.EP", order.returner, order.receiver, reference="")

    with pytest.raises(RequestNotSendable):
        await carrier.client(account).create_authorized_return(order)

    assert carrier.calls == 0
