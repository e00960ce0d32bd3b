"""A run over several returns as its page shows it: how far, how much, what did not work."""

from collections.abc import Sequence
from dataclasses import dataclass

from chassis.words import Words

from merchant_api.bulk.bulk_records import BulkItem, BulkRun, Progress

_TOLD = frozenset(
    {
        "AlreadyDecided",
        "NotNow",
        "ShipmentNotKnown",
        "ParcelUnknown",
        "ParcelTooLarge",
        "AddressMissing",
        "ReturnNotFound",
    }
)


@dataclass(frozen=True, slots=True)
class FailureView:
    """One return to which it was not done, and why."""

    return_id: str
    number: str
    name: str
    why: str
    is_to_decide: bool


@dataclass(frozen=True, slots=True)
class RunView:
    """Texts are ready; `stamp` marks what is known, so that a page asks only for what is new."""

    run_id: str
    act: str
    title: str
    total: int
    settled: int
    done: str
    failed: str
    left: str
    cost: str
    is_over: bool
    can_approve: int
    failures: tuple[FailureView, ...]
    stamp: str


def run_view(
    run: BulkRun, progress: Progress, failures: Sequence[BulkItem], words: Words
) -> RunView:
    """Show a run."""
    is_estimate = run.act == "estimate"
    settled = progress.failed + (progress.priced if is_estimate else progress.done)
    is_over = settled >= progress.total
    return RunView(
        run_id=str(run.run_id),
        act=run.act,
        title=words(f"bulk-title-{run.act}", count=progress.total),
        total=progress.total,
        settled=settled,
        done=words(f"bulk-done-{run.act}", count=progress.priced if is_estimate else progress.done),
        failed=words("bulk-failed", count=progress.failed),
        left=words("bulk-left", count=progress.total - settled),
        cost=words.money(progress.due_cents) if progress.priced else "",
        is_over=is_over,
        can_approve=progress.priced if is_over else 0,
        failures=tuple(_failure(item, words) for item in failures),
        stamp=f"{settled}.{progress.failed}.{progress.total}",
    )


def _failure(item: BulkItem, words: Words) -> FailureView:
    return FailureView(
        return_id=str(item.return_id),
        number=item.number,
        name=item.customer_name,
        why=_why(item, words),
        is_to_decide=item.is_to_decide,
    )


def _why(item: BulkItem, words: Words) -> str:
    if item.told:
        return words("bulk-why-carrier", text=item.told)
    return words(f"bulk-why-{item.refusal if item.refusal in _TOLD else 'other'}")
