"""Two words on a return, as every row shows them: what was decided, and where the parcel is."""

from dataclasses import dataclass
from typing import Final, Literal

from chassis.words import Words
from contracts.labels import Stage

from merchant_api.returns.records import QueueLine

Tone = Literal["wait", "ok", "move", "ask", "stop", "idle"]


@dataclass(frozen=True, slots=True)
class Status:
    """A coloured icon and words in ink; each icon means one thing."""

    icon: str
    tone: Tone
    text: str


_STAGES: Final[dict[Stage, tuple[str, Tone]]] = {
    "info": ("package", "idle"),
    "accepted": ("package", "move"),
    "in_transit": ("truck", "move"),
    "out_for_delivery": ("truck", "move"),
    "delivered": ("package-check", "move"),
    "exception": ("triangle-alert", "stop"),
    "returning": ("undo-2", "stop"),
}


def decision_status(line: QueueLine, words: Words) -> Status:
    """Say what was decided."""
    match line.state:
        case "requested":
            return Status("clock", "wait", words("decision-none"))
        case "declined":
            return Status("circle-x", "stop", words("decision-declined"))
        case "cancelled":
            return Status("ban", "idle", words("decision-cancelled"))
        case "closed":
            return Status("check", "idle", words("decision-closed"))
        case _:
            return Status("circle-check", "ok", words("decision-approved"))


def parcel_status(line: QueueLine, words: Words) -> Status | None:
    """Say where the parcel is, or its label. None: there is none, as is normal by now."""
    if line.state in ("requested", "declined"):
        return None
    if line.state == "received":
        return Status("package-check", "ok", words("parcel-received"))
    if line.stage is not None and line.stage != "info":
        return stage_status(line.stage, words)
    return _label_status(line, words)


def _label_status(line: QueueLine, words: Words) -> Status | None:
    if line.is_labelled:
        icon = "qr-code" if line.method == "qr_code" else "file-text"
        return Status(icon, "ok", words("label-ready"))
    match line.label_failure:
        case "refused":
            return Status("triangle-alert", "stop", words("label-refused"))
        case "unknown":
            return Status("message-circle-question-mark", "ask", words("label-unknown"))
        case "voided":
            return Status("ban", "idle", words("label-voided"))
        case None if line.state in ("cancelled", "closed"):
            return None
        case None:
            return Status("hourglass", "idle", words("label-being-made-short"))


def stage_status(stage: Stage, words: Words) -> Status:
    """Say where the carrier saw the parcel."""
    icon, tone = _STAGES[stage]
    return Status(icon, tone, words(f"stage-{stage}"))
