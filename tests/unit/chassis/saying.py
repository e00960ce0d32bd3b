"""A process that logs all sorts of trouble, each holding a secret, in the format it is told."""

import asyncio
import logging
import sys

import asyncpg
import structlog
from aiokafka.errors import NodeNotReadyError
from chassis import logs
from chassis.errors import Outage
from chassis.process import Stop, run
from pydantic import BaseModel

SECRET = "camille@example.com"
log = structlog.get_logger()


class Person(BaseModel):
    age: int


class Rejected(Exception):
    """An error of some library, which repeats what it was given."""


def raise_row() -> None:
    fields = {"C": "23505", "M": "duplicate key", "D": f"Key (email)=({SECRET})", "n": "one_email"}
    raise asyncpg.PostgresError.new(fields)


def raise_argument() -> None:
    cause = f"invalid input for query argument $1: '{SECRET}'"
    raise asyncpg.DataError(cause)


def raise_input() -> None:
    Person.model_validate({"age": SECRET})


def raise_number() -> None:
    int(SECRET)


def raise_key() -> None:
    nobody: dict[str, int] = {}
    _ = nobody[SECRET]


def raise_mail() -> None:
    raise OSError({SECRET: (550, b"no such user")})


def raise_library() -> None:
    raise Rejected(SECRET)


def raise_group() -> None:
    cause = "several"
    raise ExceptionGroup(cause, [Rejected(SECRET), ValueError(SECRET)])


def raise_chain() -> None:
    try:
        raise_number()
    except ValueError as error:
        raise Rejected(SECRET) from error


def raise_refused() -> None:
    raise ConnectionRefusedError(111, "Connection refused")


def raise_ours() -> None:
    cause = "the other side is away"
    raise Outage(cause)


def raise_kafka() -> None:
    cause = "node 1 is not ready"
    raise NodeNotReadyError(cause)


def say_trouble() -> None:
    for raising in (
        raise_row,
        raise_argument,
        raise_input,
        raise_number,
        raise_key,
        raise_mail,
        raise_library,
        raise_group,
        raise_chain,
        raise_refused,
        raise_ours,
        raise_kafka,
    ):
        try:
            raising()
        except Exception:
            log.exception(raising.__name__, number="one")
            logging.getLogger("uvicorn.error").exception("server: %s", raising.__name__)


def say_often() -> None:
    for _ in range(20):
        logging.getLogger("aiokafka.conn").warning("broker away")
        logging.getLogger("some.library").warning("not about Kafka")
    logging.getLogger("aiokafka.conn").warning("something else")


async def live(_: Stop) -> None:
    """Let an error be seen by nobody."""
    task = asyncio.ensure_future(asyncio.to_thread(raise_library))
    await asyncio.wait({task})
    del task


if __name__ == "__main__":
    logs.configure("portal-api", "pretty" if sys.argv[1] == "pretty" else "json")
    say_trouble()
    say_often()
    run(live)
