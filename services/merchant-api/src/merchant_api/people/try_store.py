"""What was tried of late, by whom and from where: digests only."""

from collections.abc import Sequence
from datetime import datetime

from chassis.db import Pool, Tx


async def lock_digests(tx: Tx, against: Sequence[bytes]) -> None:
    """Have all who count against one of these take turns until commit. Sorted: no deadlock."""
    sql = """
        SELECT pg_advisory_xact_lock(hashtextextended(encode(d, 'hex'), 0))
          FROM unnest($1::bytea[]) AS d
    """
    await tx.execute(sql, sorted(against))


async def count_tries(tx: Tx, against: Sequence[bytes], after: datetime) -> dict[bytes, int]:
    """Count the recent tries against each digest."""
    sql = """
        SELECT against_digest, count(*) AS tries
          FROM tries
         WHERE against_digest = ANY($1)
           AND tried_at > $2
         GROUP BY against_digest
    """
    rows = await tx.fetch(sql, list(against), after)
    return {row["against_digest"]: row["tries"] for row in rows}


async def insert_tries(tx: Tx, against: Sequence[bytes], at: datetime) -> list[int]:
    """Count one try against each digest; return what it takes to give them back."""
    sql = """
        INSERT INTO tries (against_digest, tried_at)
        SELECT d, $2
          FROM unnest($1::bytea[]) AS d
     RETURNING try_id
    """
    return [row["try_id"] for row in await tx.fetch(sql, list(against), at)]


async def delete_tries(tx: Tx | Pool, try_ids: Sequence[int]) -> None:
    """Give tries back."""
    await tx.execute("DELETE FROM tries WHERE try_id = ANY($1)", list(try_ids))


async def delete_tries_against(tx: Tx, against: bytes) -> None:
    """Forget all tries against one digest."""
    await tx.execute("DELETE FROM tries WHERE against_digest = $1", against)


async def delete_old_tries(tx: Tx, before: datetime) -> None:
    """Forget tries that no longer matter."""
    await tx.execute("DELETE FROM tries WHERE tried_at < $1", before)
