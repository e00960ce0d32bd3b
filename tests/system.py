"""The whole system, run as the demo runs it, and what people and the carrier do to it."""

import itertools
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import httpx
import pytest
from local_stack.demo import bring_demo, read_note, slug
from local_stack.ports import free_ports
from local_stack.stack import Stack

CACHE = Path(__file__).parent.parent / ".renvoi/cache"
DEADLINE_S = 60.0
# Tests look parcels up until they are there; a customer who did that would be told to wait.
FORBEARING = {
    "LOOKUP_TRIES_PER_PARCEL": "100000",
    "LOOKUP_TRIES_PER_NETWORK": "100000",
    "LOOKUP_TRIES_PER_POSTAL_CODE": "100000",
}
T = TypeVar("T")
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A parcel that was sent to a customer of this test's own."""

    tracking_number: str
    postal_code: str
    email: str


@dataclass(frozen=True, slots=True)
class Requested:
    """A return that a customer has asked for."""

    number: str
    token: str
    email: str


@dataclass
class System:
    """A running system. Everything that is waited for is waited for with a deadline."""

    stack: Stack
    api_key: str
    http: httpx.Client
    _serial: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def portal(self) -> str:
        return self.stack.url("portal-serve")

    @property
    def console(self) -> str:
        return self.stack.url("merchant-serve")

    @property
    def inbox(self) -> str:
        return self.stack.url("inbox")

    @property
    def simulator(self) -> str:
        return self.stack.url("simulator")

    def until(self, wanted: Callable[[], T | None], within_s: float = DEADLINE_S) -> T:
        """Wait until `wanted` gives something, restarting meanwhile what has ended."""
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            self.stack.tend()
            try:
                found = wanted()
            except httpx.HTTPError:
                found = None
            if found:
                return found
            time.sleep(0.05)
        pytest.fail(f"not within {within_s:g} s: {wanted.__qualname__}")

    def ship(self) -> Parcel:
        """Have the merchant send a parcel, known to the portal as soon as this returns."""
        serial = next(self._serial)
        parcel = Parcel(_tracking_number(serial), "J1H1A1", f"camille{serial}@example.com")
        self.merchant("POST", "/shipments", json=_shipment(parcel))
        self.until(lambda: self.is_known(parcel))
        return parcel

    def is_known(self, parcel: Parcel) -> bool:
        return self._look_up(parcel).status_code == httpx.codes.CREATED

    def _look_up(self, parcel: Parcel) -> httpx.Response:
        typed = {"tracking_number": parcel.tracking_number, "postal_code": parcel.postal_code}
        return self.http.post(f"{self.portal}/api/v1/centres/{slug()}/lookups", json=typed)

    def draft(self, parcel: Parcel) -> str:
        """Find the parcel on the portal; give the draft that this begins."""
        return str(self._look_up(parcel).raise_for_status().json()["draft"])

    def send(self, parcel: Parcel, draft: str, method: str = "qr_code") -> httpx.Response:
        """Submit a draft."""
        answers = {
            "draft": draft,
            "reasons": ["damaged"],
            "method": method,
            "email": parcel.email,
            "language": "fr",
        }
        return self.http.post(f"{self.portal}/api/v1/returns", json=answers)

    def request(self, parcel: Parcel) -> Requested:
        """Ask for a return, as a customer's program would."""
        created = self.send(parcel, self.draft(parcel)).raise_for_status().json()
        return Requested(created["number"], created["token"], parcel.email)

    def cancel(self, requested: Requested) -> httpx.Response:
        """Call a return off, as its customer."""
        return self.http.post(f"{self.portal}/api/v1/returns/{requested.token}/cancel")

    def status(self, requested: Requested) -> Json:
        """Read what the customer's page would say."""
        found = self.http.get(f"{self.portal}/api/v1/returns/{requested.token}")
        body: Json = found.raise_for_status().json()
        return body

    def state(self, requested: Requested) -> object:
        """Read only where it stands."""
        return self.status(requested)["state"]

    def merchant(self, method: str, path: str, *, json: object = None) -> httpx.Response:
        """Call the merchant's API with the demo's key."""
        headers = {"Authorization": f"Bearer {self.api_key}"}
        url = f"{self.console}/api/v1{path}"
        return self.http.request(method, url, headers=headers, json=json).raise_for_status()

    def dossier(self, requested: Requested) -> Json | None:
        """Find a return in the merchant's list, once it has arrived there."""
        for line in self.merchant("GET", "/returns?limit=100").json()["returns"]:
            if line["number"] == requested.number:
                body: Json = self.merchant("GET", f"/returns/{line['return_id']}").json()
                return body
        return None

    def decide(self, requested: Requested, verdict: str, **body: str) -> httpx.Response:
        """Approve or decline, once the request has arrived."""
        dossier = self.until(lambda: self.dossier(requested))
        return self.merchant(
            "POST", f"/returns/{dossier['return_id']}/{verdict}", json=body or None
        )

    def mails(self, to: str) -> list[Json]:
        """List what arrived for somebody, newest first."""
        found = self.http.get(f"{self.inbox}/api/messages", params={"to": to})
        mails: list[Json] = found.raise_for_status().json()
        return mails

    def sold(self, requested: Requested) -> list[Json]:
        """List the labels that the carrier sold for a return."""
        found = self.http.get(
            f"{self.simulator}/ledger", params={"customer_ref_1": requested.number}
        )
        entries: list[Json] = found.raise_for_status().json()["entries"]
        return entries

    def scan(self, pin: object, to: str) -> None:
        """Have the carrier see a parcel."""
        self.http.post(
            f"{self.simulator}/parcels/{pin}/scan",
            params={"to": to},
            headers={"accept": "application/json"},
        ).raise_for_status()

    def kill(self, part: str) -> None:
        """End a part as a crash would."""
        self.stack.kill(part)

    def require(self, part: str) -> None:
        """Skip the test if a part is not ours to kill, because it runs in a container."""
        if part not in self.stack.names:
            pytest.skip(f"{part} runs in a container")


def _tracking_number(serial: int) -> str:
    return f"71{serial:014d}"


def _shipment(parcel: Parcel) -> Json:
    recipient = {
        "name": "Camille Exemple",
        "line_1": "10, rue Essai",
        "city": "Sherbrooke",
        "province": "QC",
        "postal_code": parcel.postal_code,
    }
    sides = {"weight_grams": 1200, "length_mm": 300, "width_mm": 200, "height_mm": 100}
    return {
        "tracking_number": parcel.tracking_number,
        "email": parcel.email,
        "language": "fr",
        "recipient": recipient,
        "parcel": sides,
        "delivered_on": time.strftime("%Y-%m-%d"),
    }


@contextmanager
def running(folder: Path, given: Mapping[str, str] | None = None) -> Iterator[System]:
    """Run everything in `folder` on free ports, with the demo's merchant.

    `given` names what is there already, such as a database or a Kafka in a container.
    """
    os.environ.update(FORBEARING)
    with Stack(folder, ports=free_ports(), cache=CACHE, given=given) as stack:
        bring_demo(stack)
        note = read_note(folder / "demo.json")
        assert note is not None, json.dumps(str(folder))
        with httpx.Client(timeout=10, trust_env=False) as client:
            yield System(stack, note.api_key, client)
