"""Returns: written once, and read together with everything that happened to them."""

from collections.abc import Mapping
from datetime import datetime

from chassis.db import Pool, Row, Tx
from contracts.returns import Reason
from contracts.values import BlobRef, PostalAddress, Words

from portal_api.standing import Decision, FileName, Label, Move, StandingReturn, StoreLetter
from portal_api.store.centres import read_centre
from portal_api.written import NewReturn


async def insert_return(tx: Tx, new: NewReturn) -> bool:
    """Write the return; False if its number is taken. The parcel must be locked by the caller."""
    sql = """
        INSERT INTO returns
               (return_id, number, merchant_id, shipment_id, token_digest, tracking_number, reasons,
                comment, method, language, customer_name, customer_email, policy, policy_version,
                answer_by_on, requested_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT ON CONSTRAINT returns_number_key DO NOTHING
     RETURNING 1
    """
    return await tx.fetchval(sql, *_columns(new)) is not None


async def find_number(connection: Pool | Tx, token_digest: bytes) -> str | None:
    """Return the number of the return that this token opens."""
    row = await connection.fetchrow(
        "SELECT number FROM returns WHERE token_digest = $1", token_digest
    )
    return row["number"] if row else None


async def lock_return(tx: Tx, token_digest: bytes) -> bool:
    """Lock what this token opens until commit; False if it opens nothing."""
    sql = "SELECT true FROM returns WHERE token_digest = $1 FOR UPDATE"
    return bool(await tx.fetchval(sql, token_digest))


async def update_cancelled(tx: Tx, standing: StandingReturn, at: datetime) -> None:
    """Note that the customer has called it off. It must be locked, and not called off."""
    sql = """
        UPDATE returns
           SET cancelled_at = $3, cancelled_by = 'customer'
         WHERE return_id = $1
           AND merchant_id = $2
    """
    await tx.execute(sql, standing.return_id, standing.centre.merchant_id, at)


async def find_return(pool: Pool | Tx, token_digest: bytes) -> StandingReturn | None:
    """Return what this token opens, with all that is known of it."""
    sql = """
        SELECT r.return_id,
               r.number,
               c.snapshot,
               r.tracking_number,
               r.reasons,
               r.comment,
               r.method,
               r.language,
               r.customer_email,
               r.customer_name,
               r.cancelled_at,
               r.cancelled_by,
               r.label_asked_at,
               v.voided_at,
               r.policy,
               r.answer_by_on,
               r.requested_at,
               d.outcome,
               d.message,
               d.decided_at,
               l.tracking_pin,
               l.files,
               l.qr_opens,
               l.use_by_on,
               l.return_address,
               l.created_at,
               f.failed_at,
               k.received_at,
               z.closed_at,
               (SELECT jsonb_agg(
                           jsonb_build_object(
                               'stage', m.stage,
                               'description', m.description,
                               'place', m.place,
                               'happened_at', m.happened_at
                           )
                           ORDER BY m.happened_at, m.event_id
                       )
                  FROM moves AS m
                 WHERE m.return_id = r.return_id
                   AND m.merchant_id = r.merchant_id
                   AND m.generation = r.label_generation) AS moves,
               (SELECT jsonb_agg(
                           jsonb_build_object('message', w.message, 'written_at', w.written_at)
                           ORDER BY w.written_at, w.letter_id
                       )
                  FROM letters AS w
                 WHERE w.return_id = r.return_id
                   AND w.merchant_id = r.merchant_id) AS letters
          FROM returns AS r
          JOIN centres AS c ON c.merchant_id = r.merchant_id
          LEFT JOIN decisions AS d
            ON d.return_id = r.return_id AND d.merchant_id = r.merchant_id
          LEFT JOIN labels AS l
            ON l.return_id = r.return_id AND l.merchant_id = r.merchant_id
           AND l.generation = r.label_generation
          LEFT JOIN label_failures AS f
            ON f.return_id = r.return_id AND f.merchant_id = r.merchant_id
           AND f.generation = r.label_generation
          LEFT JOIN label_voids AS v
            ON v.return_id = r.return_id AND v.merchant_id = r.merchant_id
           AND v.generation = r.label_generation
          LEFT JOIN receptions AS k
            ON k.return_id = r.return_id AND k.merchant_id = r.merchant_id
          LEFT JOIN closures AS z
            ON z.return_id = r.return_id AND z.merchant_id = r.merchant_id
         WHERE r.token_digest = $1
    """
    row = await pool.fetchrow(sql, token_digest)
    return _read(row) if row else None


def _columns(new: NewReturn) -> tuple[object, ...]:
    return (
        new.return_id,
        new.number,
        new.merchant_id,
        new.shipment_id,
        new.token_digest,
        new.tracking_number,
        [reason.model_dump() for reason in new.reasons],
        new.comment,
        new.method,
        new.language,
        new.customer_name,
        new.customer_email,
        new.policy.model_dump(),
        new.policy_version,
        new.answer_by_on,
        new.requested_at,
    )


def _read(row: Row) -> StandingReturn:
    return StandingReturn(
        return_id=row["return_id"],
        number=row["number"],
        centre=read_centre(row["snapshot"]),
        tracking_number=row["tracking_number"],
        reasons=tuple(Reason.model_validate(reason) for reason in row["reasons"]),
        comment=row["comment"],
        method=row["method"],
        language=row["language"],
        customer_email=row["customer_email"],
        policy=Words.model_validate(row["policy"]),
        answer_by_on=row["answer_by_on"],
        requested_at=row["requested_at"],
        decision=_decision(row),
        label=_label(row),
        label_failed_at=row["failed_at"],
        moves=tuple(_move(move) for move in row["moves"] or ()),
        received_at=row["received_at"],
        closed_at=row["closed_at"],
        cancelled_at=row["cancelled_at"],
        cancelled_by=row["cancelled_by"],
        label_voided_at=row["voided_at"],
        label_asked_at=row["label_asked_at"],
        customer_name=row["customer_name"],
        letters=tuple(_letter(letter) for letter in row["letters"] or ()),
    )


def _decision(row: Row) -> Decision | None:
    if row["outcome"] is None:
        return None
    return Decision(row["outcome"], row["message"], row["decided_at"])


def _label(row: Row) -> Label | None:
    if row["files"] is None or row["voided_at"] is not None:
        return None
    return Label(
        tracking_pin=row["tracking_pin"],
        files=_files(row["files"]),
        qr_opens=row["qr_opens"],
        use_by_on=row["use_by_on"],
        return_address=PostalAddress.model_validate(row["return_address"], extra="ignore"),
        created_at=row["created_at"],
    )


def _files(files: Mapping[FileName, object]) -> dict[FileName, BlobRef]:
    return {name: BlobRef.model_validate(file, extra="ignore") for name, file in files.items()}


def _move(move: Mapping[str, str]) -> Move:
    return Move(
        stage=move["stage"],  # type: ignore[arg-type]  # staged from a validated event
        description=move["description"],
        place=move["place"],
        happened_at=datetime.fromisoformat(move["happened_at"]),
    )


def _letter(letter: Mapping[str, str]) -> StoreLetter:
    return StoreLetter(letter["message"], datetime.fromisoformat(letter["written_at"]))
