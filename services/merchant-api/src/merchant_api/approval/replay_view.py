"""What the rule would have done, in sentences."""

from dataclasses import dataclass

from chassis.words import Words

from merchant_api.approval.replay_rule import DAYS, MOST_REQUESTS, Replayed


@dataclass(frozen=True, slots=True)
class ReplayView:
    """The sum in one sentence, and what there is to add to it."""

    summary: str
    details: tuple[str, ...]


def replay_view(replayed: Replayed, words: Words) -> ReplayView:
    """Tell it."""
    outcome = replayed.outcome
    if not outcome.requests:
        return ReplayView(words("replay-none", days=DAYS), ())
    details = [
        words(f"replay-{obstacle}", count=count) for obstacle, count in outcome.waiting.items()
    ]
    if outcome.declined:
        details.append(words("replay-declined", count=outcome.declined))
    if replayed.is_cut:
        details.append(words("replay-cut", most=MOST_REQUESTS))
    summary = words(
        "replay-summary", requests=outcome.requests, approved=outcome.approved, days=DAYS
    )
    return ReplayView(summary, tuple(details))
