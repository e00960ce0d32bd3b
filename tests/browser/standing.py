"""A return in each state that pages can show, brought there by the APIs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from tests.system import Parcel, Requested, System

State = Literal[
    "received", "code", "label", "declined", "moving", "delivered", "unknown", "refused"
]

FAULTS: Final[Mapping[State, str]] = {"unknown": "lost-response", "refused": "refuse:9111"}
STAGES: Final[Mapping[State, tuple[str, ...]]] = {
    "moving": ("accepted", "in_transit"),
    "delivered": ("accepted", "in_transit", "delivered"),
}
ENDS: Final[Mapping[State, str]] = {
    "code": "ready",
    "label": "ready",
    "declined": "declined",
    "moving": "in_transit",
    "delivered": "delivered",
}
KIND_NO: Final = "La garantie du fabricant couvre ce défaut.\n\nÉcrivez-nous pour l’obtenir."


@dataclass(frozen=True, slots=True)
class Standing:
    """The returns by where they stand, and a parcel that nobody asked about yet."""

    returns: Mapping[State, Requested]
    free: Parcel

    def page(self, system: System, state: State) -> str:
        """Give the address of the customer's page."""
        return f"{system.portal}/r/{self.returns[state].token}"

    def row(self, system: System, state: State) -> str:
        """Give the address of the merchant's row, open."""
        return f"{system.console}/retours?ouvert={self.returns[state].number}"


def bring_about(system: System) -> Standing:
    """Have one return in each state; wait until all pages would show it."""
    states: tuple[State, ...] = (
        "received",
        "unknown",
        "refused",
        "code",
        "label",
        "declined",
        "moving",
        "delivered",
    )
    returns = {state: _request(system, state) for state in states}
    for state in states:
        _decide(system, state, returns[state])
    for state, end in ENDS.items():
        system.until(lambda state=state, end=end: _is(system, returns[state], end))  # type: ignore[misc]
    return Standing(returns, system.ship())


def _request(system: System, state: State) -> Requested:
    parcel = system.ship()
    method = "printed_label" if state == "label" else "qr_code"
    created = system.send(parcel, system.draft(parcel), method).raise_for_status().json()
    return Requested(created["number"], created["token"], parcel.email)


def _decide(system: System, state: State, requested: Requested) -> None:
    if state == "received":
        return
    if state == "declined":
        system.decide(requested, "decline", message=KIND_NO)
        return
    if state in FAULTS:
        _order(system, FAULTS[state])
    system.decide(requested, "approve")
    if state in FAULTS:
        # The fault is for this label alone: the next one is asked for when it has happened.
        system.until(lambda: _has_failed(system, requested))
    for stage in STAGES.get(state, ()):
        system.until(lambda: system.sold(requested))
        system.scan(system.sold(requested)[0]["pin"], stage)


def _order(system: System, fault: str) -> None:
    order = {"on": "authorizedreturn", "do": fault}
    system.http.post(f"{system.simulator}/faults", json=order).raise_for_status()


def _has_failed(system: System, requested: Requested) -> bool:
    dossier = system.dossier(requested)
    return dossier is not None and dossier["state"] == "failed"


def _is(system: System, requested: Requested, end: str) -> bool:
    dossier = system.dossier(requested)
    return (
        system.state(requested) == end and dossier is not None and dossier["state"] != "requested"
    )
