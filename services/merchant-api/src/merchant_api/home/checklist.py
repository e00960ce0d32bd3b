"""What remains to be set up: six steps, done, next or later, each with what is known of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from chassis.words import Words

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.read_centre import StandingCentre
from merchant_api.centre.readiness import STEPS, Missing
from merchant_api.centre.steps import path_of
from merchant_api.console.words import city_line

TRIAL: Final = "/essai"

StepState = Literal["done", "next", "later"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `act` is the verb of its button."""

    title: str
    hint: str
    path: str
    act: str
    state: StepState


def steps_of(centre: StandingCentre, *, is_tried: bool, words: Words) -> tuple[Step, ...]:
    """List the steps; the first that is not done is the next."""
    done = {step: step not in centre.missing for step in STEPS} | {"test": is_tried}
    upcoming = next((name for name, is_done in done.items() if not is_done), None)
    return (
        *(_step(name, centre.settings, done[name], upcoming, words) for name in STEPS),
        Step(
            title=words("step-test"),
            hint=words("tried") if is_tried else words("hint-test"),
            path=TRIAL,
            act=words("step-again") if is_tried else words("do-step-test"),
            state=_state("test", upcoming, is_done=is_tried),
        ),
    )


def count_done(steps: Sequence[Step]) -> int:
    """Count the steps that are done."""
    return sum(step.state == "done" for step in steps)


def _step(
    name: Missing,
    settings: CentreSettings,
    is_done: bool,  # noqa: FBT001  a fact beside the name
    upcoming: str | None,
    words: Words,
) -> Step:
    return Step(
        title=words(f"step-{name}"),
        hint=_known(name, settings, words) if is_done else words(f"hint-{name}"),
        path=path_of(name),
        act=words("edit") if is_done else words(f"do-step-{name}"),
        state=_state(name, upcoming, is_done=is_done),
    )


def _state(name: str, upcoming: str | None, *, is_done: bool) -> StepState:
    if is_done:
        return "done"
    return "next" if name == upcoming else "later"


def _known(name: Missing, settings: CentreSettings, words: Words) -> str:
    """Say in short how a step was done."""
    match name:
        case "addresses":
            address = settings.return_address
            return f"{address.line_1}, {city_line(address, words)}" if address else ""
        case "reasons":
            return words("known-reasons", count=len(settings.offered_reasons))
        case "approval":
            return words(f"known-approval-{settings.approval}")
        case "branding":
            return words("known-branding")
        case "carrier":
            return words("known-carrier")
