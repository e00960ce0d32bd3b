"""How a pooled connection to PostgreSQL is made: its limits, its types, what it remembers."""

import json

import asyncpg

# Learn in half a minute, not in two hours, that the other machine is gone.
KEEPALIVE = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}

_SERVER_SETTINGS = {
    "statement_timeout": "5000",
    "lock_timeout": "3000",
    "idle_in_transaction_session_timeout": "15000",
    **KEEPALIVE,
}


class Connection(asyncpg.Connection):
    """A connection that remembers which bells its transaction wants to ring."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.bells: set[str] = set()

    @property
    def itself(self) -> "Connection":
        """What is behind the pool's proxy, which forgets it when the connection is closed."""
        return self


async def create_pool(url: str, size: int) -> "asyncpg.Pool[asyncpg.Record]":
    """Open asyncpg's own pool of at most `size` connections."""
    return await asyncpg.create_pool(
        url,
        min_size=1,
        max_size=size,
        timeout=5,
        command_timeout=10,
        init=_init,
        reset=_keep,
        connection_class=Connection,
        server_settings=_SERVER_SETTINGS,
    )


async def _init(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    await connection.set_type_codec(
        "jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads
    )


async def _keep(_: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Reset nothing: it costs a round trip, and nothing sets session state on these."""
