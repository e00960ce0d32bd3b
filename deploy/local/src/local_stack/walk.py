"""`return`: one return walked through the APIs of the running demo, and what each step took."""

import json
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx

from local_stack import demo
from local_stack.addresses import Addresses
from local_stack.trouble import Trouble

T = TypeVar("T")
Json = dict[str, Any]
Told = Callable[[str, float], None]

WITHIN_S = 60.0
ASK_EVERY_S = 0.02
# Where the postman scans the parcel, in this order.
STAGES = ("accepted", "in_transit", "delivered")


class Walk:
    """A customer, a merchant and a postman in one, with a watch."""

    def __init__(self, addresses: Addresses, api_key: str, told: Told) -> None:
        """`told` hears of each step, with its milliseconds."""
        bearer = {"Authorization": f"Bearer {api_key}"}
        self._portal = _client(f"{addresses.portal}/api/v1")
        self._merchant = _client(f"{addresses.console}/api/v1", bearer)
        self._inbox = _client(f"{addresses.inbox}/api")
        self._carrier = _client(addresses.carrier, {"Accept": "application/json"})
        self._told = told
        self._last = time.perf_counter()

    def go(self) -> None:
        """Walk one return from the parcel sent to the parcel home. Raises Trouble."""
        shipment = self._send_parcel()
        email = f"camille.{shipment['tracking_number'][-6:]}@example.com"
        draft = self._find_parcel(shipment)
        token, number = self._ask(draft, email)
        return_id = self._see_in_console(number)
        self._see_mail(email, 1, "the customer has the mail « demande reçue »")
        self._estimate(return_id)
        pin = self._approve(return_id, token)
        self._see_mail(email, 2, "the customer has the mail with the code")
        for stage in STAGES:
            self._scan(stage, pin, token, return_id)

    def _send_parcel(self) -> Json:
        shipment = demo.shipments()[0]
        days = timedelta(days=shipment.pop("delivered_days_ago"))
        number = f"7{random.randrange(10**15):015}"  # noqa: S311  only to be new
        shipment["tracking_number"] = number
        shipment["delivered_on"] = (date.today() - days).isoformat()  # noqa: DTZ011  a day
        _done(self._merchant.post("/shipments", json=shipment))
        self._step("the merchant tells of a parcel sent")
        return shipment

    def _find_parcel(self, shipment: Json) -> Json:
        asked = {
            "tracking_number": shipment["tracking_number"],
            "postal_code": shipment["recipient"]["postal_code"],
        }

        def found() -> Json | None:
            answer = self._portal.post(f"/centres/{demo.slug()}/lookups", json=asked)
            return None if answer.status_code == httpx.codes.NOT_FOUND else _done(answer)

        draft = self._until("the customer finds the parcel in the portal", found)
        self._step("the customer finds the parcel in the portal")
        return draft

    def _ask(self, draft: Json, email: str) -> tuple[str, str]:
        answers = {
            "draft": draft["draft"],
            "reasons": [draft["reasons"][0]["code"]],
            "method": "qr_code",
            "email": email,
            "language": "fr",
        }
        asked = _done(self._portal.post("/returns", json=answers))
        self._step(f"the customer asks for the return {asked['number']}")
        return asked["token"], asked["number"]

    def _see_in_console(self, number: str) -> str:
        def listed() -> str | None:
            rows = _done(self._merchant.get("/returns", params={"limit": 10}))["returns"]
            return next((row["return_id"] for row in rows if row["number"] == number), None)

        return_id = self._until("the merchant sees the request", listed)
        self._step("the merchant sees the request")
        return return_id

    def _see_mail(self, email: str, number: int, what: str) -> None:
        def arrived() -> bool:
            return len(_done(self._inbox.get("/messages", params={"to": email}))) >= number

        self._until(what, lambda: arrived() or None)
        self._step(what)

    def _estimate(self, return_id: str) -> None:
        _done(self._merchant.post(f"/returns/{return_id}/estimate"))

        def priced() -> Json | None:
            estimate: Json | None = self._return(return_id)["estimate"]
            return estimate if estimate and estimate["status"] != "pending" else None

        estimate = self._until("the carrier's price is there", priced)
        self._step(f"the carrier's price is there: {_price(estimate)}")

    def _approve(self, return_id: str, token: str) -> str:
        _done(self._merchant.post(f"/returns/{return_id}/approve"))
        self._step("the merchant approves")

        def ready() -> Json | None:
            status = self._status(token)
            return status if status["state"] == "ready" else None

        status = self._until("the customer's page offers code and label", ready)
        self._step("the customer's page offers code and label")
        label = self._portal.get(f"/returns/{token}/label.pdf")
        if not label.content.startswith(b"%PDF-"):
            message = f"The label is no PDF: {label.status_code} {label.text[:200]}"
            raise Trouble(message)
        self._step(f"the customer downloads the label, {len(label.content) // 1000} kB")
        pin: str = status["parcel"]["tracking_pin"]
        return pin

    def _scan(self, stage: str, pin: str, token: str, return_id: str) -> None:
        _done(self._carrier.post(f"/parcels/{pin}/scan", params={"to": stage}))
        what = f"both sides see it: {stage.replace('_', ' ')}"

        def seen() -> bool:
            kinds = {moment["kind"] for moment in self._status(token)["timeline"]}
            parcel = self._return(return_id)["parcel"]
            return stage in kinds and parcel is not None and parcel["stage"] == stage

        self._until(what, lambda: seen() or None)
        self._step(what)

    def _status(self, token: str) -> Json:
        status: Json = _done(self._portal.get(f"/returns/{token}"))
        return status

    def _return(self, return_id: str) -> Json:
        whole: Json = _done(self._merchant.get(f"/returns/{return_id}"))
        return whole

    def _until(self, what: str, ask: Callable[[], T | None]) -> T:
        deadline = time.monotonic() + WITHIN_S
        while (answer := ask()) is None:
            if time.monotonic() > deadline:
                message = f"Waited {WITHIN_S:g} s in vain until {what}."
                raise Trouble(message)
            time.sleep(ASK_EVERY_S)
        return answer

    def _step(self, what: str) -> None:
        now = time.perf_counter()
        self._told(what, (now - self._last) * 1000)
        self._last = now


def walk_one(root: Path, told: Told) -> None:
    """Walk one return through the stack that runs from `root`. Raises Trouble."""
    addresses = Addresses.read(root)
    brought = demo.read_note(root / "demo.json")
    if addresses is None or brought is None:
        message = "Renvoi is not running here. Start it with `make demo`, then try again."
        raise Trouble(message)
    if not addresses.inbox.startswith("http"):
        message = "The walk looks into the local inbox; start without SMTP_URL to have one."
        raise Trouble(message)
    try:
        Walk(addresses, brought.api_key, told).go()
    except (httpx.HTTPError, json.JSONDecodeError) as error:
        message = f"A part did not answer ({error!r}). Is `make demo` still running?"
        raise Trouble(message) from error


def _client(base_url: str, headers: dict[str, str] | None = None) -> httpx.Client:
    return httpx.Client(base_url=base_url, headers=headers, timeout=10, trust_env=False)


def _price(estimate: Json) -> str:
    if estimate["price"] is None:
        message = f"The carrier gave no price: {estimate['failure']}"
        raise Trouble(message)
    return f"{estimate['price']['due_cents'] / 100:.2f} $"


def _done(answer: httpx.Response) -> Any:  # noqa: ANN401  JSON of many shapes
    if answer.is_error:
        path = answer.request.url.path
        message = f"{answer.request.method} {path}: {answer.status_code} {answer.text}"
        raise Trouble(message)
    return answer.json()
