"""Say what the approval rule would have done with the last 30 days' requests."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from chassis.db import Pool

from merchant_api.approval import candidate_store
from merchant_api.approval.approval_rule import Replay, replay, rule_of
from merchant_api.centre.centre_settings import CentreSettings

DAYS: Final = 30
MOST_REQUESTS: Final = 2000
"""As many rows are read at most; who has more is told what became of the last ones."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """The outcome; `is_cut` if there were more requests than were looked at."""

    outcome: Replay
    is_cut: bool


async def replay_rule(
    pool: Pool,
    merchant_id: UUID,
    settings: CentreSettings,
    window_days: int | None,
    *,
    now: datetime,
) -> Replayed:
    """Replay the rule as it would be with `window_days`. Decides nothing."""
    rule = replace(rule_of(settings), window_days=window_days)
    since = now - timedelta(days=DAYS)
    found = await candidate_store.list_candidates(
        pool, merchant_id, since=since, limit=MOST_REQUESTS + 1
    )
    return Replayed(replay(rule, found[:MOST_REQUESTS]), len(found) > MOST_REQUESTS)
