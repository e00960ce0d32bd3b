"""What happens around and after a decision, through the running system, by its APIs."""

import re

from tests.system import Requested, System


def test_a_label_is_replaced_its_parcel_received_and_the_return_closed(system: System) -> None:
    parcel = system.ship()
    requested = system.request(parcel)
    return_id = system.until(lambda: system.dossier(requested))["return_id"]
    system.decide(requested, "approve")
    system.until(lambda: system.state(requested) == "ready")
    first = _pin(system, requested)

    system.merchant("POST", f"/returns/{return_id}/label", json={"service_code": "DOM.XP"})
    second = system.until(lambda: _another_pin(system, requested, first))
    system.scan(second, "accepted")
    system.until(lambda: system.state(requested) == "in_transit")
    system.merchant("POST", f"/returns/{return_id}/receive", json={"condition": "damaged"})
    system.until(lambda: system.state(requested) == "at_store")
    system.merchant("POST", f"/returns/{return_id}/close")
    system.until(lambda: system.state(requested) == "closed")

    subjects = system.until(lambda: _subjects(system, parcel.email, 5))
    assert len(system.sold(requested)) == 2
    assert sum("code QR" in subject for subject in subjects) == 2
    assert any("est terminé" in subject for subject in subjects)
    read = system.merchant("GET", f"/returns/{return_id}").json()
    assert (read["state"], read["label"]["generation"]) == ("closed", 2)


def test_a_customer_calls_off_what_is_approved_and_asks_again(system: System) -> None:
    parcel = system.ship()
    requested = system.request(parcel)
    return_id = system.until(lambda: system.dossier(requested))["return_id"]
    system.decide(requested, "approve")
    system.until(lambda: system.state(requested) == "ready")

    system.cancel(requested).raise_for_status()

    system.until(lambda: _state(system, return_id) == "cancelled")
    again = system.request(parcel)
    assert again.number != requested.number
    assert system.status(requested)["files"] is None
    subjects = system.until(lambda: _subjects(system, parcel.email, 4))
    assert any("est annulé" in subject for subject in subjects)


def test_a_return_opened_for_a_customer_is_approved_and_sent_again(system: System) -> None:
    parcel = system.ship()
    shipment_id = system.until(lambda: _shipment_id(system, parcel.tracking_number))
    told = {
        "shipment_id": shipment_id,
        "reasons": ["too_small"],
        "method": "qr_code",
        "customer_email": parcel.email,
        "approve": True,
    }

    opened = system.merchant("POST", "/returns", json=told).json()

    mails = system.until(lambda: m if len(m := system.mails(parcel.email)) == 2 else None)
    return_id = opened["return_id"]
    assert any(re.search(r"/r/[\w-]{22}", str(mail["text"])) for mail in mails)
    assert _state(system, return_id) == "approved"
    system.until(lambda: "label_ready" in _told(system, return_id))
    again = {"template": "label_ready"}
    system.merchant("POST", f"/returns/{return_id}/messages/resend", json=again)
    system.until(lambda: len(system.mails(parcel.email)) == 3)


def _pin(system: System, requested: Requested) -> object:
    parcel = system.status(requested)["parcel"]
    return parcel["tracking_pin"] if isinstance(parcel, dict) else None


def _another_pin(system: System, requested: Requested, first: object) -> object:
    pin = _pin(system, requested)
    return pin if pin not in (None, first) else None


def _state(system: System, return_id: object) -> object:
    return system.merchant("GET", f"/returns/{return_id}").json()["state"]


def _told(system: System, return_id: object) -> list[object]:
    messages = system.merchant("GET", f"/returns/{return_id}").json()["messages"]
    return [message["template"] for message in messages]


def _subjects(system: System, to: str, count: int) -> list[str] | None:
    mails = system.mails(to)
    return [str(mail["subject"]) for mail in mails] if len(mails) == count else None


def _shipment_id(system: System, number: str) -> object:
    found = system.merchant("GET", f"/shipments?search={number}").json()["shipments"]
    return found[0]["shipment_id"] if found else None
