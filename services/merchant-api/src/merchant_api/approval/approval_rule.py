"""What the approval rule does with a request: it approves all that can be, within the window."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.deciding.decision import Verdict
from merchant_api.returns.window import window_of

Obstacle = Literal["no_shipment", "no_parcel", "no_address", "outside_window"]
"""Why a request waits for a person though the rule is on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rule looks at. `verdict` is what was decided, by whomever."""

    requested_at: datetime
    has_shipment: bool
    has_parcel: bool
    delivered_on: date | None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule with what it depends on."""

    has_address: bool
    has_usual_parcel: bool
    window_days: int | None

    def obstacle_to(self, candidate: Candidate) -> Obstacle | None:
        """Tell why it would not approve; None if it would.

        A day of delivery that nobody knows is no obstacle: the portal let the request in as well.
        """
        if not candidate.has_shipment:
            return "no_shipment"
        if not candidate.has_parcel and not self.has_usual_parcel:
            return "no_parcel"
        if not self.has_address:
            return "no_address"
        window = window_of(candidate.requested_at, candidate.delivered_on, self.window_days)
        return "outside_window" if window is not None and not window.is_inside else None


def rule_of(settings: CentreSettings) -> Rule:
    """Read the rule out of the settings."""
    return Rule(
        has_address=settings.return_address is not None,
        has_usual_parcel=settings.default_parcel is not None,
        window_days=settings.window_days,
    )


@dataclass(frozen=True, slots=True)
class Replay:
    """What the rule would have done. `declined`: approved by it, though somebody said no."""

    requests: int
    approved: int
    declined: int
    waiting: dict[Obstacle, int]


def replay(rule: Rule, candidates: Sequence[Candidate]) -> Replay:
    """Apply the rule to what has been."""
    waiting: dict[Obstacle, int] = {}
    approved = declined = 0
    for candidate in candidates:
        obstacle = rule.obstacle_to(candidate)
        if obstacle is not None:
            waiting[obstacle] = waiting.get(obstacle, 0) + 1
            continue
        approved += 1
        declined += candidate.verdict == "declined"
    return Replay(len(candidates), approved, declined, waiting)
