"""Accounts that were tried at the carrier, and what it said."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.carriers import Environment
from contracts.checks import CarrierChecked, CheckOutcome

from merchant_api.carrier.account_store import Box


@dataclass(frozen=True, slots=True)
class Answer:
    """What the carrier said. `message` has its own words, perhaps none."""

    outcome: CheckOutcome
    finding: str | None
    codes: tuple[str, ...]
    message: str
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class Check:
    """One trial. `is_kept_back`: it was of an account that is not saved, and still could be."""

    check_id: UUID
    customer_ending: str
    environment: Environment
    requested_at: datetime
    is_kept_back: bool
    answer: Answer | None


async def insert_check(
    tx: Tx, merchant_id: UUID, check_id: UUID, box: Box, *, is_saved: bool, at: datetime
) -> None:
    """Note a trial; keep the box of an account that is not saved, and only the newest such."""
    await _forget_boxes(tx, merchant_id)
    sql = """
        INSERT INTO carrier_checks
               (check_id, merchant_id, sealed, customer_ending, environment, requested_at)
        VALUES ($1, $2, $3, $4, $5, $6)
    """
    kept = None if is_saved else asdict(box)
    await tx.execute(sql, check_id, merchant_id, kept, box.customer_ending, box.environment, at)


async def list_times(tx: Tx, merchant_id: UUID, *, after: datetime) -> list[datetime]:
    """List when accounts were tried since `after`, the oldest first."""
    sql = """
        SELECT requested_at
          FROM carrier_checks
         WHERE merchant_id = $1
           AND requested_at > $2
         ORDER BY requested_at
    """
    return [row["requested_at"] for row in await tx.fetch(sql, merchant_id, after)]


async def find_check(tx: Tx | Pool, merchant_id: UUID, check_id: UUID) -> Check | None:
    """Find a trial of this merchant."""
    sql = """
        SELECT c.check_id, c.customer_ending, c.environment, c.requested_at,
               c.sealed IS NOT NULL AS is_kept_back,
               a.outcome, a.fault, a.codes, a.message, a.checked_at
          FROM carrier_checks AS c
          LEFT JOIN carrier_check_answers AS a
                 ON a.check_id = c.check_id
                AND a.merchant_id = c.merchant_id
         WHERE c.merchant_id = $1
           AND c.check_id = $2
    """
    row = await tx.fetchrow(sql, merchant_id, check_id)
    return _check(row) if row else None


async def take_box(tx: Tx, merchant_id: UUID, check_id: UUID) -> Box | None:
    """Take the box of an account that was tried and not saved: afterwards it is there no more.

    The merchant's row must be locked.
    """
    sql = "SELECT sealed FROM carrier_checks WHERE merchant_id = $1 AND check_id = $2"
    kept: Mapping[str, str] | None = await tx.fetchval(sql, merchant_id, check_id)
    await _forget_boxes(tx, merchant_id)
    return Box(**kept) if kept else None  # type: ignore[arg-type]  # as `insert_check` wrote it


async def insert_answer(tx: Tx, answer: CarrierChecked) -> None:
    """Keep what the carrier said; the first answer stays."""
    sql = """
        INSERT INTO carrier_check_answers
               (check_id, merchant_id, outcome, fault, codes, message, checked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (check_id) DO NOTHING
    """
    await tx.execute(
        sql,
        answer.check_id,
        answer.merchant_id,
        answer.outcome,
        answer.finding,
        list(answer.codes),
        answer.message.replace("\0", ""),
        answer.checked_at,
    )


async def _forget_boxes(tx: Tx, merchant_id: UUID) -> None:
    sql = "UPDATE carrier_checks SET sealed = NULL WHERE merchant_id = $1 AND sealed IS NOT NULL"
    await tx.execute(sql, merchant_id)


def _check(row: Row) -> Check:
    answer = row["outcome"] and Answer(
        row["outcome"], row["fault"], tuple(row["codes"]), row["message"], row["checked_at"]
    )
    return Check(
        row["check_id"],
        row["customer_ending"],
        row["environment"],
        row["requested_at"],
        row["is_kept_back"],
        answer or None,
    )
