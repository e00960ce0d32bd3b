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


@pytest.mark.parametrize("status", [200, 201])
async def test_wherever_a_pin_can_be_read_the_label_exists(
    account: Account, order: ReturnOrder, golden: Callable[[str], bytes], status: int
) -> None:
    endless = golden("authorized-return-info") + b" " * 1_000_000

    created = await client_of(Carrier(endless, status=status), account).create_authorized_return(
        order
    )

    assert created.tracking_pin == PIN


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


async def test_what_is_no_label_is_not_taken(account: Account) -> None:
    client = client_of(Carrier(b"<html/>", "application/pdf"), account)

    with pytest.raises(CarrierUnavailable):
        await client.fetch_artifact(ArtifactLink(HREF, "application/pdf"))


async def test_a_label_larger_than_five_megabytes_is_not_taken(account: Account) -> None:
    endless = PDF + b" " * 5_000_000 + b"%%EOF"

    with pytest.raises(CarrierUnavailable):
        await client_of(Carrier(endless, "application/pdf"), account).fetch_artifact(
            ArtifactLink(HREF, "application/pdf")
        )


async def test_a_label_of_five_megabytes_is_taken(account: Account) -> None:
    big = PDF + b" " * (4_999_000 - len(PDF)) + b"\n%%EOF"

    client = client_of(Carrier(big, "application/pdf"), account)

    assert len(await client.fetch_artifact(ArtifactLink(HREF, "application/pdf"))) == len(big)


async def test_credentials_go_to_no_other_host(account: Account) -> None:
    carrier = Carrier(PDF, "application/pdf")
    elsewhere = ArtifactLink("https://elsewhere.example/rs/artifact/x/1/0", "application/pdf")

    with pytest.raises(RequestNotSendable):
        await client_of(carrier, account).fetch_artifact(elsewhere)

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


async def test_a_path_in_the_address_is_kept(
    account: Account, golden: Callable[[str], bytes]
) -> None:
    carrier = Carrier(golden("tracking-detail"))
    http = open_http(f"{BASE}/gateway/", httpx.MockTransport(carrier))

    await CanadaPost(http, account, pace=Pace()).track(PIN)

    assert carrier.requests[0].url.path == f"/gateway/vis/track/pin/{PIN}/detail"
