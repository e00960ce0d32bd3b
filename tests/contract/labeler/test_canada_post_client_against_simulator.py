"""The client and the simulator, over a real socket: one speaks what the other understands."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace

import httpx
import pytest
from contracts.labels import Stage
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
    PriceLine,
    ReturnOrder,
    Tax,
    TrackingEvent,
    open_http,
)

ACCOUNT = Account("an-api-user", "a-password", "42", "7")
SMALL_BUSINESS = Account("small", "a-password", "43")
STARTS_WITHIN_S = 20.0


@dataclass(frozen=True)
class Simulated:
    """A running simulator: its client's side, and the doors that tests may use."""

    http: httpx.AsyncClient
    url: str
    pace: Pace

    def client(self, account: Account = ACCOUNT) -> CanadaPost:
        return CanadaPost(self.http, account, pace=self.pace)

    async def fail(self, on: str, do: str, times: int = 1) -> None:
        await self._ask("POST", "/faults", json={"on": on, "do": do, "times": times})

    async def sold(self, reference: str) -> list[dict[str, str]]:
        """The ledger's entries for a return: the witness of what was really bought."""
        answer = await self._ask("GET", f"/ledger?customer_ref_1={reference}")
        entries: list[dict[str, str]] = answer.json()["entries"]
        return entries

    async def scan(self, pin: str, to: str) -> None:
        await self._ask("POST", f"/parcels/{pin}/scan?to={to}")

    async def _ask(self, method: str, path: str, json: object = None) -> httpx.Response:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as http:
            headers = {"Accept": "application/json"}
            answer = await http.request(method, path, json=json, headers=headers)
            return answer.raise_for_status()


@pytest.fixture(scope="module")
async def running(
    tmp_path_factory: pytest.TempPathFactory, find_port: Callable[[], int]
) -> AsyncIterator[str]:
    """The simulator's address; its process dies with the tests."""
    port = find_port()
    url = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PUBLIC_URL": "https://labels.example",
        "SIMULATOR_DIR": str(tmp_path_factory.mktemp("simulator")),
        "SIMULATOR_USERS": "an-api-user:a-password:0000000042:7 small:a-password:43",
        "SIMULATOR_ELSEWHERE": "another-hosts:a-password:42:7",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", env=environment
    )
    try:
        await _wait_until_ready(url, process)
        yield url
    finally:
        process.terminate()
        async with asyncio.timeout(10):
            await process.wait()


@pytest.fixture
async def carrier(running: str, fast: Pace) -> AsyncIterator[Simulated]:
    async with open_http(running) as http:
        simulated = Simulated(http, running, fast)
        yield simulated
        await simulated._ask("DELETE", "/faults")  # noqa: SLF001  our own


async def _wait_until_ready(url: str, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(STARTS_WITHIN_S), httpx.AsyncClient(trust_env=False) as http:
        while process.returncode is None:
            try:
                if (await http.get(f"{url}/readyz")).is_success:
                    return
            except httpx.ConnectError:
                await asyncio.sleep(0.05)
    pytest.fail("the simulator ended")


async def test_a_price_adds_up_to_what_is_due(carrier: Simulated) -> None:
    scenario = MailingScenario("J1H 1A1", "H2X 1Y4", Parcel(1_380), ("DOM.EP", "DOM.XP"))

    quotes = await carrier.client().rate(scenario)

    assert [quote.service_code for quote in quotes] == ["DOM.EP", "DOM.XP"]
    for quote in quotes:
        lines: list[PriceLine | Tax] = [*quote.adjustments, *quote.options, *quote.taxes]
        assert quote.base_cents + sum(line.amount_cents for line in lines) == quote.due_cents


async def test_a_label_is_created_fetched_and_sold_once(
    carrier: Simulated, order: ReturnOrder
) -> None:
    client = carrier.client()
    order = replace(order, reference="RV-0001-AA")

    created = await client.create_authorized_return(order)
    assert created.label is not None
    label = await client.fetch_artifact(created.label)

    assert label == await client.fetch_artifact(created.label)
    assert created.public_label is not None
    assert created.public_label.url.startswith("https://labels.example/")
    assert created.public_label.expires_at is not None
    assert [entry["pin"] for entry in await carrier.sold("RV-0001-AA")] == [created.tracking_pin]


async def test_a_label_of_four_by_six_has_no_public_address(
    carrier: Simulated, order: ReturnOrder
) -> None:
    small = replace(order, output_format="4x6", public_url=False, parcel=None)

    created = await carrier.client().create_authorized_return(small)

    assert created.public_label is None
    with pytest.raises(CarrierRefused) as refusal:
        await carrier.client().create_authorized_return(replace(small, public_url=True))
    assert refusal.value.codes == ("9208",)


async def test_a_parcel_is_followed_home(carrier: Simulated, order: ReturnOrder) -> None:
    client = carrier.client()
    pin = (await client.create_authorized_return(order)).tracking_pin

    told = [_last_stage(await client.track(pin))]
    for stage in ("accepted", "in_transit", "out_for_delivery", "delivered"):
        await carrier.scan(pin, stage)
        told.append(_last_stage(await client.track(pin)))

    assert told == ["info", "accepted", "in_transit", "out_for_delivery", "delivered"]


def _last_stage(events: list[TrackingEvent]) -> Stage | None:
    """A note, such as that of a signature, changes nothing."""
    return [event.stage for event in events if event.stage is not None][-1]


async def test_a_pin_that_nobody_sold_has_no_history(carrier: Simulated) -> None:
    assert await carrier.client().track("7023210039414604") == []


@pytest.mark.parametrize(
    ("account", "code"),
    [
        (replace(ACCOUNT, api_password="wrong"), "E002"),
        (replace(ACCOUNT, customer_number="43"), "AA003"),
        (SMALL_BUSINESS, "1653"),
    ],
)
async def test_an_account_that_may_not_is_refused(
    carrier: Simulated, order: ReturnOrder, account: Account, code: str
) -> None:
    with pytest.raises(CarrierRefused) as refusal:
        await carrier.client(account).create_authorized_return(order)

    assert refusal.value.codes == (code,)


async def test_a_service_that_takes_no_returns_is_refused(
    carrier: Simulated, order: ReturnOrder
) -> None:
    with pytest.raises(CarrierRefused) as refusal:
        await carrier.client().create_authorized_return(replace(order, service_code="USA.EP"))

    assert refusal.value.status == 400
    assert refusal.value.descriptions[0]


@pytest.mark.parametrize(
    ("do", "outcome", "labels"),
    [
        ("lost-response", OutcomeUnknown, 1),
        ("500-after", OutcomeUnknown, 1),
        ("truncated-xml", OutcomeUnknown, 1),
        ("drop-connection", OutcomeUnknown, 0),
        ("500", OutcomeUnknown, 0),
        ("503", OutcomeUnknown, 0),
        ("html-200", OutcomeUnknown, 0),
        ("slm-200", CarrierThrottled, 0),
        ("slm-500", CarrierThrottled, 0),
        ("refuse:9111,2695", CarrierRefused, 0),
        ("empty-messages-404", CarrierRefused, 0),
    ],
)
async def test_a_creation_on_a_bad_day_buys_no_more_than_it_admits(
    carrier: Simulated, order: ReturnOrder, do: str, outcome: type[Exception], labels: int
) -> None:
    reference = f"RV-{do[:20]}"
    await carrier.fail("authorizedreturn", do)

    with pytest.raises(outcome):
        await carrier.client().create_authorized_return(replace(order, reference=reference))

    assert len(await carrier.sold(reference)) == labels


@pytest.mark.parametrize("do", ["extra-element", "wrong-content-type", "delay:0.2"])
async def test_a_creation_survives_what_is_merely_odd(
    carrier: Simulated, order: ReturnOrder, do: str
) -> None:
    await carrier.fail("authorizedreturn", do)

    created = await carrier.client().create_authorized_return(order)

    assert created.label is not None


@pytest.mark.parametrize(
    "do",
    ["truncated-pdf", "wrong-content-type", "202-then-200", "html-200", "500", "lost-response"],
)
async def test_a_label_is_had_once_the_bad_day_is_over(
    carrier: Simulated, order: ReturnOrder, do: str
) -> None:
    client = carrier.client()
    link = (await client.create_authorized_return(order)).label
    assert link is not None
    await carrier.fail("artifact", do)

    with pytest.raises(CarrierUnavailable):
        await client.fetch_artifact(link)

    assert (await client.fetch_artifact(link)).startswith(b"%PDF-")


async def test_a_label_that_never_was_is_refused(carrier: Simulated) -> None:
    link = ArtifactLink(f"{carrier.url}/rs/artifact/an-api-user/999/0", "application/pdf")

    with pytest.raises(CarrierRefused) as refusal:
        await carrier.client().fetch_artifact(link)

    assert refusal.value.status == 404


@pytest.mark.parametrize(
    ("account", "status", "code"),
    [
        (replace(ACCOUNT, api_password="wrong"), 401, "E002"),
        (replace(ACCOUNT, api_user="another-hosts"), 403, "AA002"),
        (replace(ACCOUNT, customer_number="43"), 400, "2500"),
        (replace(ACCOUNT, contract_id="8"), 400, "1702"),
    ],
)
async def test_a_price_tells_which_part_of_an_account_is_wrong(
    carrier: Simulated, account: Account, status: int, code: str
) -> None:
    with pytest.raises(CarrierRefused) as refused:
        await carrier.client(account).rate(MailingScenario("K1A0B1", "H2X1Y4", Parcel(1_000)))

    assert (refused.value.status, refused.value.codes) == (status, (code,))
