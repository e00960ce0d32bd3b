"""Everything about one return, brought together."""

from uuid import UUID

from chassis.db import Pool, Row, Tx

from merchant_api.course.course_store import get_course
from merchant_api.deciding.decision import Decision
from merchant_api.deciding.decision_store import read_decision
from merchant_api.deciding.estimate_store import list_estimates
from merchant_api.queue.queue_store import read_line, read_reasons
from merchant_api.returns.earlier_store import list_others_of_customer
from merchant_api.returns.records import Dossier, Label, LabelFailure, Message, Move, ReturnRequest
from merchant_api.shipments.shipment_store import find_shipment
from merchant_api.writing.letter_store import list_letters
from merchant_api.writing.note_store import list_notes


async def find_return_id(pool: Pool, merchant_id: UUID, number: str) -> UUID | None:
    """Find a return by the number that people read out."""
    sql = "SELECT return_id FROM returns WHERE merchant_id = $1 AND number = $2"
    row = await pool.fetchrow(sql, merchant_id, number)
    return row["return_id"] if row else None


async def find_dossier(pool: Pool, merchant_id: UUID, return_id: UUID) -> Dossier | None:
    """Read all that is known of a return of this merchant."""
    async with pool.connection() as connection:
        return await read_dossier(connection, merchant_id, return_id)


async def read_dossier(connection: Tx, merchant_id: UUID, return_id: UUID) -> Dossier | None:
    """Read it by a connection that is at hand, such as that of a transaction."""
    sql = """
        SELECT r.return_id, r.number, r.shipment_id, r.tracking_number, r.reasons, r.comment,
               r.method, r.language, r.customer_name, r.customer_email, r.requested_at,
               s.state, s.tab, s.since_at, s.is_labelled, s.label_failure, s.stage, s.version,
               d.verdict, d.message, d.actor_kind, d.actor_id, d.actor_name, d.decided_at,
               d.terms, d.decline_reason,
               l.tracking_pin, l.qr_opens, l.use_by_on, l.created_at
          FROM returns AS r
          JOIN queue_rows AS s ON s.return_id = r.return_id
          LEFT JOIN decisions AS d
            ON d.return_id = r.return_id AND d.merchant_id = r.merchant_id
          LEFT JOIN labels AS l
            ON l.return_id = r.return_id AND l.merchant_id = r.merchant_id
           AND l.generation = r.label_generation
         WHERE r.merchant_id = $1
           AND r.return_id = $2
    """
    row = await connection.fetchrow(sql, merchant_id, return_id)
    if row is None:
        return None
    return Dossier(
        line=read_line(row),
        request=_request(row),
        decision=_decision(row),
        shipment=await find_shipment(connection, merchant_id, row["shipment_id"]),
        estimates=await list_estimates(connection, merchant_id, return_id),
        label=_label(row),
        failures=await _list_failures(connection, merchant_id, return_id),
        moves=await _list_moves(connection, merchant_id, return_id),
        messages=await _list_messages(connection, merchant_id, return_id),
        course=await get_course(connection, merchant_id, return_id),
        others=await list_others_of_customer(
            connection, merchant_id, return_id, row["customer_email"]
        ),
        notes=await list_notes(connection, merchant_id, return_id),
        letters=await list_letters(connection, merchant_id, return_id),
    )


def _request(row: Row) -> ReturnRequest:
    return ReturnRequest(
        return_id=row["return_id"],
        number=row["number"],
        shipment_id=row["shipment_id"],
        tracking_number=row["tracking_number"],
        reasons=read_reasons(row["reasons"]),
        comment=row["comment"],
        method=row["method"],
        language=row["language"],
        customer_name=row["customer_name"],
        customer_email=row["customer_email"],
        requested_at=row["requested_at"],
    )


def _decision(row: Row) -> Decision | None:
    return read_decision(row) if row["verdict"] else None


def _label(row: Row) -> Label | None:
    if row["tracking_pin"] is None:
        return None
    return Label(row["tracking_pin"], row["qr_opens"], row["use_by_on"], row["created_at"])


async def _list_failures(
    connection: Tx, merchant_id: UUID, return_id: UUID
) -> tuple[LabelFailure, ...]:
    sql = """
        SELECT f.outcome, f.codes, f.message, f.failed_at
          FROM label_failures AS f
          JOIN returns AS r ON r.return_id = f.return_id AND r.label_generation = f.generation
         WHERE f.merchant_id = $1
           AND f.return_id = $2
         ORDER BY f.failed_at, f.event_id
    """
    rows = await connection.fetch(sql, merchant_id, return_id)
    return tuple(
        LabelFailure(row["outcome"], tuple(row["codes"]), row["message"], row["failed_at"])
        for row in rows
    )


async def _list_moves(connection: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Move, ...]:
    sql = """
        SELECT m.stage, m.description, m.place, m.happened_at
          FROM moves AS m
          JOIN returns AS r ON r.return_id = m.return_id AND r.label_generation = m.generation
         WHERE m.merchant_id = $1
           AND m.return_id = $2
         ORDER BY m.happened_at, m.event_id
    """
    return tuple(Move(**row) for row in await connection.fetch(sql, merchant_id, return_id))


async def _list_messages(connection: Tx, merchant_id: UUID, return_id: UUID) -> tuple[Message, ...]:
    sql = """
        SELECT template, outcome, reason, settled_at
          FROM messages
         WHERE merchant_id = $1
           AND return_id = $2
         ORDER BY settled_at, event_id
    """
    return tuple(Message(**row) for row in await connection.fetch(sql, merchant_id, return_id))
