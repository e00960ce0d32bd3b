"""What a return allows as it stands: the one table that pages, API and use cases ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from contracts.labels import Stage

from merchant_api.deciding.decision import Verdict
from merchant_api.returns.errors import NotNow
from merchant_api.returns.records import Dossier

Act = Literal["receive", "close", "void_label", "replace_label", "cancel"]

ACTS: tuple[Act, ...] = ("receive", "close", "replace_label", "void_label", "cancel")
"""In the order in which they are offered: what moves a return on comes first."""

Obstacle = Literal[
    "cancelled",
    "closed",
    "declined",
    "undecided",
    "received",
    "under_way",
    "not_under_way",
    "label_being_made",
    "label_missing",
    "label_voided",
]
"""Why an act is not allowed, in one word. The sentences are `obstacle-<word>`."""

LabelStanding = Literal["none", "being_made", "ready", "voided", "refused", "unknown"]
ParcelStanding = Literal["still", "under_way", "turned_back"]


@dataclass(frozen=True, slots=True)
class Standing:
    """As much of a return as decides what may be done with it.

    `still`: no carrier has the parcel. `turned_back`: the carrier took it to the customer again.
    """

    verdict: Verdict | None = None
    label: LabelStanding = "none"
    parcel: ParcelStanding = "still"
    is_received: bool = False
    is_closed: bool = False
    is_cancelled: bool = False


def standing_of(dossier: Dossier) -> Standing:
    """Conclude from the facts."""
    course = dossier.course
    return Standing(
        verdict=dossier.decision.verdict if dossier.decision else None,
        label=label_standing(dossier),
        parcel=_parcel_standing(dossier.moves[-1].stage if dossier.moves else None),
        is_received=course.reception is not None,
        is_closed=course.closure is not None,
        is_cancelled=course.cancellation is not None,
    )


def allowed(standing: Standing) -> tuple[Act, ...]:
    """List what may be done."""
    return tuple(act for act in ACTS if obstacle(act, standing) is None)


def check(act: Act, standing: Standing) -> None:
    """Let `act` happen. Raises NotNow."""
    found = obstacle(act, standing)
    if found is not None:
        raise NotNow(found)


def obstacle(act: Act, standing: Standing) -> Obstacle | None:
    """Tell why `act` is not allowed; None if it is."""
    over = _over(standing)
    if over is not None:
        return over
    if standing.verdict is None:
        return None if act == "cancel" else "undecided"
    return _RULES[act](standing)


def label_standing(dossier: Dossier) -> LabelStanding:
    """Tell how far the label that counts has come."""
    if dossier.decision is None or dossier.decision.verdict == "declined":
        return "none"
    if dossier.course.is_label_voided:
        return "voided"
    if dossier.label is not None:
        return "ready"
    return dossier.failures[-1].outcome if dossier.failures else "being_made"


def _over(standing: Standing) -> Obstacle | None:
    if standing.is_cancelled:
        return "cancelled"
    if standing.is_closed:
        return "closed"
    return "declined" if standing.verdict == "declined" else None


def _to_receive(standing: Standing) -> Obstacle | None:
    return "received" if standing.is_received else None


def _to_close(standing: Standing) -> Obstacle | None:
    """Without a parcel on its way there is nothing to close: such a return is called off."""
    is_at_rest = standing.parcel == "still" and not standing.is_received
    return "not_under_way" if is_at_rest else None


def _to_cancel(standing: Standing) -> Obstacle | None:
    if standing.is_received:
        return "received"
    return "under_way" if standing.parcel == "under_way" else None


def _to_void(standing: Standing) -> Obstacle | None:
    """Give up a label that exists, or one that may exist."""
    refusals: dict[LabelStanding, Obstacle] = {
        "none": "label_missing",
        "being_made": "label_being_made",
        "voided": "label_voided",
        "refused": "label_missing",
    }
    return _to_cancel(standing) or refusals.get(standing.label)


def _to_replace(standing: Standing) -> Obstacle | None:
    being_made = standing.label == "being_made"
    return _to_cancel(standing) or ("label_being_made" if being_made else None)


_RULES: Final[Mapping[Act, Callable[[Standing], Obstacle | None]]] = MappingProxyType(
    {
        "receive": _to_receive,
        "close": _to_close,
        "cancel": _to_cancel,
        "void_label": _to_void,
        "replace_label": _to_replace,
    }
)


def _parcel_standing(stage: Stage | None) -> ParcelStanding:
    if stage is None or stage == "info":
        return "still"
    return "turned_back" if stage == "returning" else "under_way"
