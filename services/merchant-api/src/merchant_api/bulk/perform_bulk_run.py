"""Do a run over several returns, one after the other, each of them once."""

import asyncio
from datetime import timedelta
from typing import Final
from uuid import UUID

import asyncpg
import structlog
from chassis.db import OUTAGES, Pool
from chassis.errors import Outage, Refusal
from contracts.values import Language

from merchant_api.bulk import bulk_store
from merchant_api.bulk.bulk_records import BulkRun, Outcome
from merchant_api.clock import Clock
from merchant_api.deciding import estimate_store
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decision import Decision
from merchant_api.deciding.decline_return import decline_return
from merchant_api.deciding.request_estimate import request_estimate
from merchant_api.queue.queue_bell import ring_queue
from merchant_api.returns.errors import AlreadyDecided

log = structlog.get_logger()

_TURN_S: Final = 20.0
"""Then others have their turn: a run of thousands must not keep a lane to itself."""


async def perform_bulk_run(pool: Pool, key: str, *, clock: Clock) -> timedelta | None:
    """Do the job `key`; return that it is due again at once if time ran out.

    A process that dies between an act and the note of it finds the act done, and notes that.
    """
    merchant_id, run_id = map(UUID, key.split("/"))
    run = await bulk_store.find_run(pool, merchant_id, run_id)
    if run is None:
        return None
    loop = asyncio.get_running_loop()
    end = loop.time() + _TURN_S
    while found := await bulk_store.find_next(pool, merchant_id, run_id):
        await _do(pool, run, *found, clock)
        if loop.time() > end:
            return timedelta()
    log.info("bulk run done", run_id=str(run_id), act=run.act)
    return None


async def _do(pool: Pool, run: BulkRun, return_id: UUID, language: Language, clock: Clock) -> None:
    """Act on one return, and note what became of it."""
    outcome: Outcome = "done"
    refusal: str | None = None
    estimate_id: UUID | None = None
    try:
        estimate_id = await _act(pool, run, return_id, language, clock)
    except AlreadyDecided as error:
        if not _is_ours(run, error.decision):
            outcome, refusal = "failed", type(error).__name__
    except Refusal as error:
        outcome, refusal = "failed", type(error).__name__
    except (asyncpg.PostgresError, asyncpg.InterfaceError, *OUTAGES, Outage):
        raise  # of no one return: the run goes on once that is mended
    except Exception as error:
        # A return that our code cannot bear must not keep the others waiting for ever.
        log.exception("bulk run stumbled", run_id=str(run.run_id), return_id=str(return_id))
        outcome, refusal = "failed", type(error).__name__
    async with pool.transaction() as tx:
        await bulk_store.settle_item(
            tx,
            run.merchant_id,
            run.run_id,
            return_id,
            outcome=outcome,
            refusal=refusal,
            estimate_id=estimate_id,
            now=clock(),
        )
        ring_queue(tx, run.merchant_id)


async def _act(
    pool: Pool, run: BulkRun, return_id: UUID, language: Language, clock: Clock
) -> UUID | None:
    match run.act:
        case "estimate":
            return await _estimate(pool, run, return_id, clock)
        case "approve":
            await approve_return(pool, run.merchant_id, return_id, actor=run.actor, now=clock())
        case "decline":
            message = run.terms.message(language)
            await decline_return(
                pool,
                run.merchant_id,
                return_id,
                message,
                actor=run.actor,
                now=clock(),
                reason=run.terms.reason,
            )
    return None


async def _estimate(pool: Pool, run: BulkRun, return_id: UUID, clock: Clock) -> UUID:
    """Ask for a price, unless this run has asked before."""
    asked = await estimate_store.list_estimates(pool, run.merchant_id, return_id)
    if asked and asked[-1].requested_at >= run.begun_at:
        return asked[-1].estimate_id
    return await request_estimate(
        pool,
        run.merchant_id,
        return_id,
        language=run.language,
        actor=run.actor,
        now=clock(),
    )


def _is_ours(run: BulkRun, decision: Decision) -> bool:
    """Tell whether this run decided so before: its process died before it could note that."""
    verdict = "approved" if run.act == "approve" else "declined"
    return (
        decision.verdict == verdict
        and (decision.actor.kind, decision.actor.id) == (run.actor.kind, run.actor.id)
        and decision.decided_at >= run.begun_at
    )
