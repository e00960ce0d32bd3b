"""Have one act done to several returns, by a job, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.work import enqueue

from merchant_api import audit_store
from merchant_api.bulk import bulk_store
from merchant_api.bulk.bulk_records import MOST_RETURNS, BulkRun, Chosen, Terms
from merchant_api.bulk.errors import NothingChosen, TooManyChosen
from merchant_api.deciding.decisions import MOST_MESSAGE_CHARACTERS
from merchant_api.queue.queue_bell import ring_queue
from merchant_api.queue.view import View
from merchant_api.returns.errors import MessageMissing, MessageTooLong

log = structlog.get_logger()

JOB = "bulk"


@dataclass(frozen=True, slots=True)
class AllOf:
    """All requests of a view that were there at a moment."""

    view: View
    as_of: datetime


async def begin_bulk_run(pool: Pool, run: BulkRun, chosen: Sequence[UUID] | AllOf) -> None:
    """Write down the run and its returns, and have it done. Begun twice, it is one run.

    Raises NothingChosen, TooManyChosen, and for a refusal MessageMissing, MessageTooLong.
    """
    run = replace(run, terms=_checked(run)) if run.act == "decline" else run
    async with pool.transaction() as tx:
        if not await bulk_store.insert_run(tx, run):
            return
        count = await _insert_items(tx, run, chosen)
        if not count:
            raise NothingChosen
        if count > MOST_RETURNS:
            raise TooManyChosen
        await audit_store.insert_act(
            tx,
            run.merchant_id,
            f"bulk.{run.act}",
            str(run.run_id),
            actor=run.actor,
            at=run.begun_at,
        )
        await enqueue(tx, JOB, f"{run.merchant_id}/{run.run_id}")
        ring_queue(tx, run.merchant_id)
    log.info("bulk run begun", run_id=str(run.run_id), act=run.act, returns=count)


async def count_chosen(pool: Pool, merchant_id: UUID, chosen: Sequence[UUID] | AllOf) -> Chosen:
    """Count what would be acted on, and what is known of its cost."""
    if isinstance(chosen, AllOf):
        chosen = await bulk_store.list_to_decide(
            pool, merchant_id, chosen.view, as_of=chosen.as_of, limit=MOST_RETURNS
        )
    return await bulk_store.count_chosen(pool, merchant_id, chosen)


async def _insert_items(tx: Tx, run: BulkRun, chosen: Sequence[UUID] | AllOf) -> int:
    if not isinstance(chosen, AllOf):
        return await bulk_store.insert_chosen(tx, run.merchant_id, run.run_id, chosen)
    return await bulk_store.insert_view(
        tx,
        run.merchant_id,
        run.run_id,
        chosen.view,
        as_of=chosen.as_of,
        limit=MOST_RETURNS + 1,
    )


def _checked(run: BulkRun) -> Terms:
    """Tidy the words of a refusal: the customers of each language get theirs."""
    words = [
        text.replace("\r\n", "\n").strip() for text in (run.terms.message_fr, run.terms.message_en)
    ]
    if not all(words):
        raise MessageMissing
    if any(len(text) > MOST_MESSAGE_CHARACTERS for text in words):
        raise MessageTooLong
    return run.terms.model_copy(update={"message_fr": words[0], "message_en": words[1]})
