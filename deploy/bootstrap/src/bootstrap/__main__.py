"""`python -m bootstrap [keys|roles|topics …]`: prepare what the services find."""

import asyncio
import logging
import os
import sys
from pathlib import Path

from bootstrap.keys import prepare_keys
from bootstrap.roles import ROLES, prepare_roles
from bootstrap.topics import prepare_topics
from bootstrap.waiting import NotReached

USAGE = """\
python -m bootstrap          roles, schemas and topics
python -m bootstrap keys     key pairs below the folder KEYS_DIR
python -m bootstrap roles    roles and schemas: ADMIN_DATABASE_URL and a password for each role,
                             PORTAL_DB_PASSWORD, MERCHANT_DB_PASSWORD, …
python -m bootstrap topics   topics: KAFKA_BOOTSTRAP_SERVERS
BOOTSTRAP_TIMEOUT_S (60) bounds the wait for the database and for Kafka.
"""
DEFAULT_PARTS = ("roles", "topics")
PARTS = ("keys", *DEFAULT_PARTS)


def main() -> int:
    """Do what the arguments ask for; return the exit code."""
    chosen = sys.argv[1:] or list(DEFAULT_PARTS)
    if not set(chosen) <= set(PARTS):
        sys.stderr.write(USAGE)
        return 2
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    logging.getLogger("bootstrap").setLevel(logging.INFO)
    # The client reports each refused connection; one sentence at the end says it better.
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)
    try:
        asyncio.run(_prepare(chosen))
    except KeyError as missing:
        sys.stderr.write(f"The environment lacks {missing.args[0]}.\n\n{USAGE}")
        return 2
    except NotReached as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


async def _prepare(chosen: list[str]) -> None:
    bound_s = float(os.environ.get("BOOTSTRAP_TIMEOUT_S", "60"))
    if "keys" in chosen:
        prepare_keys(Path(os.environ["KEYS_DIR"]))
    if "roles" in chosen:
        passwords = {role: os.environ[f"{role.upper()}_DB_PASSWORD"] for role in ROLES}
        await prepare_roles(os.environ["ADMIN_DATABASE_URL"], passwords, wait_s=bound_s)
    if "topics" in chosen:
        await prepare_topics(os.environ["KAFKA_BOOTSTRAP_SERVERS"], wait_s=bound_s)


if __name__ == "__main__":
    sys.exit(main())
