"""A process of the tests beside it: `relay` sends an outbox, `reader` stages a topic."""

import os
import sys
from dataclasses import dataclass

from chassis import kafka, logs
from chassis import relay as relaying
from chassis.db import Tx, open_pool
from chassis.health import Health
from chassis.process import Stop, run, run_loops
from chassis.relay import relay
from chassis.session import open_session
from chassis.staging import Events, Origin
from chassis.stream import consume

ROLE, URL, SERVERS, TOPIC = sys.argv[1:5]


@dataclass(frozen=True)
class Numbered:
    number: int


events = Events(lambda kind, value: Numbered(int(value)) if kind == "numbered" else None)


@events.on(Numbered)
async def on_numbered(tx: Tx, event: Numbered, origin: Origin) -> None:
    """Write down what came, and as what."""
    sql = "INSERT INTO seen (event_id, key, number) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    await tx.execute(sql, origin.event_id, f"key-{event.number % 20}", event.number)


async def live(stop: Stop) -> None:
    """Run one loop until the stop."""
    async with open_pool(URL, size=2) as pool, open_session(URL) as session:
        pulse = Health().pulse(ROLE)
        await run_loops(
            stop,
            {
                "relay": relay(pool, session, SERVERS, pulse, stop)
                if ROLE == "relay"
                else consume(
                    pool,
                    session,
                    SERVERS,
                    group=f"{TOPIC}.reader",
                    topics=[TOPIC],
                    events=events,
                    pulse=pulse,
                    stop=stop,
                )
            },
        )


if __name__ == "__main__":
    logs.configure("chassis", "pretty")
    if "IMPATIENT" in os.environ:  # so that a short outage outlasts it, and a stop is short
        kafka.PRODUCER["request_timeout_ms"] = 1_000
        relaying._STUCK_S = 2.0  # noqa: SLF001
        run(live, stop_within_s=3)
    run(live)
