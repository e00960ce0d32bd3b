"""The client's manners: what it sends, to whom, and what it keeps to itself."""

import logging
from base64 import b64encode
from collections.abc import Callable

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
    Pace,
    RequestNotSendable,
    ReturnOrder,
    open_http,
)
from labeler.canada_post.client import _warn_once
from structlog.testing import capture_logs

BASE = "https://carrier.example"
HREF = f"{BASE}/rs/artifact/an-api-user/10001782951/0"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PIN = "7023210039414604"
NO_HISTORY = (
    b'<messages xmlns="http://www.canadapost.ca/ws/messages"><message><code>004</code>'
    b"<description>No Pin History</description></message></messages>"
)


class Carrier:
    """Answers with what it was given and keeps what it was asked."""

    def __init__(self, body: bytes, media_type: str = "text/xml", status: int = 200) -> None:
        self.body = body
        self.media_type = media_type
        self.status = status
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        headers = {"Content-Type": self.media_type, "Set-Cookie": "gateway=of-one-merchant; Path=/"}
        return httpx.Response(self.status, content=self.body, headers=headers, request=request)


def client_of(carrier: Carrier, account: Account, pace: Pace | None = None) -> CanadaPost:
    http = open_http(BASE, httpx.MockTransport(carrier))
    return CanadaPost(http, account, pace=pace or Pace())


async def test_a_price_is_asked_for_as_the_carrier_wants_it(
    account: Account, scenario: MailingScenario, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("price-quotes"))

    quotes = await client_of(carrier, account).rate(scenario)

    (request,) = carrier.requests
    assert [quote.due_cents for quote in quotes] == [1301, 1226]
    assert (request.method, str(request.url)) == ("POST", f"{BASE}/rs/ship/price")
    assert request.headers["Accept"] == "application/vnd.cpc.ship.rate-v4+xml"
    assert request.headers["Content-Type"] == "application/vnd.cpc.ship.rate-v4+xml"
    assert request.headers["Accept-Language"] == "fr-CA"
    assert request.headers["Authorization"] == (
        "Basic " + b64encode(b"an-api-user:a-password").decode()
    )


async def test_a_return_is_created_as_the_carrier_wants_it(
    account: Account, order: ReturnOrder, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("authorized-return-info"))

    created = await client_of(carrier, account).create_authorized_return(order)

    (request,) = carrier.requests
    assert created.tracking_pin == PIN
    assert str(request.url) == f"{BASE}/rs/7023210/7023210/authorizedreturn"
    assert request.headers["Accept"] == "application/vnd.cpc.authreturn-v2+xml"
    assert request.headers["Content-Type"] == "application/vnd.cpc.authreturn-v2+xml"


async def test_tracking_is_asked_for_in_the_language_wanted(
    account: Account, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("tracking-detail"))
    http = open_http(BASE, httpx.MockTransport(carrier))

    events = await CanadaPost(http, account, pace=Pace(), language="en").track(PIN)

    (request,) = carrier.requests
    assert events[-1].event_id == "20"
    assert str(request.url) == f"{BASE}/vis/track/pin/{PIN}/detail"
    assert request.headers["Accept"] == "application/vnd.cpc.track-v2+xml"
    assert request.headers["Accept-Language"] == "en-CA"
    assert "Content-Type" not in request.headers


@pytest.mark.parametrize("status", [200, 404])
async def test_a_parcel_without_history_has_no_events(account: Account, status: int) -> None:
    carrier = Carrier(NO_HISTORY, status=status)

    assert await client_of(carrier, account).track(PIN) == []


async def test_an_unknown_id_is_reported_once(
    account: Account, golden: Callable[[str], bytes]
) -> None:
    strange = golden("tracking-detail").replace(b">0100<", b">8765<")
    strange = strange.replace(b"2011-02-01</event-date>", b"</event-date>")
    client = client_of(Carrier(strange), account)
    _warn_once.cache_clear()

    with capture_logs() as logs:
        await client.track(PIN)
        await client.track(PIN)

    assert [(entry["event"], entry["event_id"]) for entry in logs] == [
        ("tracking event of an unknown kind", "8765"),
        ("tracking event without a readable date", "3002"),
    ]


async def test_a_label_is_fetched_as_it_is(account: Account) -> None:
    carrier = Carrier(PDF, "application/pdf;charset=UTF-8")

    label = await client_of(carrier, account).fetch_artifact(ArtifactLink(HREF, "application/pdf"))

    assert label == PDF
    assert carrier.requests[0].headers["Accept"] == "application/pdf"
    assert str(carrier.requests[0].url) == HREF


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PDF, "text/html"),
        (PDF, ""),
        (b"<html/>", "application/pdf"),
        (b"", "application/pdf"),
        (b"\n" + PDF, "application/pdf"),
        (PDF[:30], "application/pdf"),
        (PDF + b" " * 5_000_000, "application/pdf"),
    ],
)
async def test_what_is_no_whole_label_is_not_taken(
    account: Account, body: bytes, media_type: str
) -> None:
    client = client_of(Carrier(body, media_type), account)

    with pytest.raises(CarrierUnavailable):
        await client.fetch_artifact(ArtifactLink(HREF, "application/pdf"))


async def test_a_label_of_five_megabytes_is_taken(account: Account) -> None:
    big = PDF + b" " * (4_999_000 - len(PDF)) + b"\n%%EOF"

    client = client_of(Carrier(big, "application/pdf"), account)

    assert len(await client.fetch_artifact(ArtifactLink(HREF, "application/pdf"))) == len(big)


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example.elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example@elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://someone@carrier.example/rs/artifact/an-api-user/1/0",
        "http://carrier.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example:8443/rs/artifact/an-api-user/1/0",
        "//elsewhere.example/rs/artifact/an-api-user/1/0",
        "/rs/artifact/an-api-user/1/0",
        "https://carrier.example\\@elsewhere.example/",
        "file:///etc/hostname",
        "https://[",
        "",
    ],
)
async def test_credentials_go_to_no_other_host(account: Account, href: str) -> None:
    carrier = Carrier(PDF, "application/pdf")

    with pytest.raises(RequestNotSendable) as refusal:
        await client_of(carrier, account).fetch_artifact(ArtifactLink(href, "application/pdf"))

    assert carrier.requests == []
    assert "an-api-user" not in str(refusal.value) + repr(refusal.value.descriptions)


@pytest.mark.parametrize("href", [f"{BASE}:443/rs/artifact/x/1/0", "HTTPS://Carrier.Example/ers/1"])
async def test_the_same_host_may_be_spelled_otherwise(account: Account, href: str) -> None:
    client = client_of(Carrier(PDF, "application/pdf"), account)

    assert await client.fetch_artifact(ArtifactLink(href, "application/pdf")) == PDF


async def test_only_a_pdf_is_asked_for(account: Account) -> None:
    carrier = Carrier(b"^XA^XZ", "application/zpl")

    with pytest.raises(RequestNotSendable):
        await client_of(carrier, account).fetch_artifact(ArtifactLink(HREF, "application/zpl"))

    assert carrier.requests == []


async def test_a_label_that_is_gone_is_refused(account: Account) -> None:
    client = client_of(Carrier(b"", status=404), account)

    with pytest.raises(CarrierRefused) as refusal:
        await client.fetch_artifact(ArtifactLink(HREF, "application/pdf"))

    assert refusal.value.status == 404


async def test_after_a_rejection_its_product_rests(account: Account) -> None:
    carrier = Carrier(b"", status=429)
    client = client_of(carrier, account, Pace())

    for _ in range(3):
        with pytest.raises(CarrierThrottled):
            await client.track(PIN)

    assert len(carrier.requests) == 1


async def test_no_cookie_goes_from_one_call_to_the_next(
    account: Account, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("tracking-detail"))
    client = client_of(carrier, account)

    await client.track(PIN)
    await client.track(PIN)

    assert "Cookie" not in carrier.requests[1].headers


async def test_no_address_is_logged(
    account: Account, golden: Callable[[str], bytes], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    carrier = Carrier(golden("tracking-detail"))

    await client_of(carrier, account).track(PIN)

    assert PIN not in caplog.text


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://carrier.example",
        "carrier.example",
        "https://",
        "https://user:secret@carrier.example",
        "https://carrier.example/?key=1",
    ],
)
def test_an_address_that_cannot_be_right_is_refused_at_the_start(base_url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        open_http(base_url)


async def test_a_path_in_the_address_is_kept(
    account: Account, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("tracking-detail"))
    http = open_http(f"{BASE}/gateway/", httpx.MockTransport(carrier))

    await CanadaPost(http, account, pace=Pace()).track(PIN)

    assert carrier.requests[0].url.path == f"/gateway/vis/track/pin/{PIN}/detail"


@pytest.mark.parametrize(
    "parts",
    [
        ("", "p", "1", None),
        ("a:b", "p", "1", None),
        ("a", "p", "", None),
        ("a", "p", "12345678901", None),
        ("a", "p", "1/../2", None),
        ("a", "p", "\u0661", None),
        ("a", "p", "1", "none"),
        ("a", "p", "1\n", None),
    ],
)
def test_an_account_that_cannot_be_right_is_refused(
    parts: tuple[str, str, str, str | None],
) -> None:
    with pytest.raises(ValueError, match=r"user|digits"):
        Account(*parts)
