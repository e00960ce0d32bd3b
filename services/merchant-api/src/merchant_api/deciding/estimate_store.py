"""Questions about cost, and the carrier's answers."""

from uuid import UUID

from chassis.db import Pool, Row, Tx
from contracts.labels import CostEstimated, EstimateFailed
from contracts.values import Parcel

from merchant_api.returns.records import Estimate


async def insert_estimate(tx: Tx, merchant_id: UUID, return_id: UUID, estimate: Estimate) -> None:
    """Add a question; its answer comes by itself."""
    sql = """
        INSERT INTO estimates
               (estimate_id, merchant_id, return_id, service_code,
                origin_postal_code, destination_postal_code, parcel, requested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    """
    await tx.execute(
        sql,
        estimate.estimate_id,
        merchant_id,
        return_id,
        estimate.service_code,
        estimate.origin_postal_code,
        estimate.destination_postal_code,
        estimate.parcel.model_dump(mode="json"),
        estimate.requested_at,
    )


async def list_estimates(tx: Tx | Pool, merchant_id: UUID, return_id: UUID) -> tuple[Estimate, ...]:
    """List the questions of a return with their answers, oldest first."""
    sql = """
        SELECT e.estimate_id, e.service_code, e.origin_postal_code, e.destination_postal_code,
               e.parcel, e.requested_at, a.price, a.failure
          FROM estimates AS e
          LEFT JOIN estimate_answers AS a
            ON a.estimate_id = e.estimate_id
           AND a.merchant_id = e.merchant_id
         WHERE e.merchant_id = $1
           AND e.return_id = $2
         ORDER BY e.requested_at, e.estimate_id
    """
    return tuple(_estimate(row) for row in await tx.fetch(sql, merchant_id, return_id))


async def insert_price(tx: Tx, event: CostEstimated) -> None:
    """Keep a price as the answer, unless there is one."""
    sql = """
        INSERT INTO estimate_answers (estimate_id, merchant_id, return_id, price, answered_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (estimate_id) DO NOTHING
    """
    body = event.model_dump(mode="json")
    await tx.execute(
        sql, event.estimate_id, event.merchant_id, event.return_id, body, event.quoted_at
    )


async def insert_failure(tx: Tx, event: EstimateFailed) -> None:
    """Keep a failure as the answer, unless there is one."""
    sql = """
        INSERT INTO estimate_answers (estimate_id, merchant_id, return_id, failure, answered_at)
        VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (estimate_id) DO NOTHING
    """
    body = event.model_dump(mode="json")
    await tx.execute(
        sql, event.estimate_id, event.merchant_id, event.return_id, body, event.failed_at
    )


def _estimate(row: Row) -> Estimate:
    price, failure = row["price"], row["failure"]
    return Estimate(
        estimate_id=row["estimate_id"],
        service_code=row["service_code"],
        origin_postal_code=row["origin_postal_code"],
        destination_postal_code=row["destination_postal_code"],
        parcel=Parcel.model_validate(row["parcel"]),
        requested_at=row["requested_at"],
        price=CostEstimated.model_validate(price, extra="ignore") if price else None,
        failure=EstimateFailed.model_validate(failure, extra="ignore") if failure else None,
    )
