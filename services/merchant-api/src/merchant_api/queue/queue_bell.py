"""The bell that wakes whoever looks at a merchant's queue."""

from uuid import UUID

from chassis.db import Tx, ring_on_commit


def ring_queue(tx: Tx, merchant_id: UUID) -> None:
    """Tell open pages of this merchant, in any process, that something changed, after commit."""
    ring_on_commit(tx, bell_of(merchant_id))


def bell_of(merchant_id: UUID) -> str:
    """Name the bell. Short, for PostgreSQL cuts the name of a channel at 63 bytes."""
    return f"queue-{merchant_id.hex}"
