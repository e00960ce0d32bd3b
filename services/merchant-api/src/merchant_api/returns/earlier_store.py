"""What the same customer asked for before or since."""

from typing import Final
from uuid import UUID

from chassis.db import Tx

from merchant_api.returns.records import EarlierReturn

MOST_EARLIER: Final = 5


async def list_others_of_customer(
    tx: Tx, merchant_id: UUID, return_id: UUID, email: str
) -> tuple[EarlierReturn, ...]:
    """List the customer's other returns, the newest first: one more than MOST_EARLIER at most.

    The index of the queue's words finds the address; the row tells whether it is that very one.
    """
    sql = """
        SELECT q.return_id, q.number, q.state, q.requested_at
          FROM queue_rows AS q
          JOIN returns AS r ON r.return_id = q.return_id AND r.merchant_id = q.merchant_id
         WHERE q.merchant_id = $1
           AND q.terms @@ format(
                   '''%s''', left(queue_mark($1) || ':' || folded_code($3), 120)
               )::tsquery
           AND lower(r.customer_email) = lower($3)
           AND q.return_id <> $2
         ORDER BY q.requested_at DESC
         LIMIT $4
    """
    rows = await tx.fetch(sql, merchant_id, return_id, email, MOST_EARLIER + 1)
    return tuple(EarlierReturn(**row) for row in rows)
