"""What the parts are told: the addresses of each other, and what the person's environment gives."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from local_stack.keys import Keys
from local_stack.parts import Part
from local_stack.ports import HOST, Ports

REPLACED_BY = {
    "DATABASE_URL": "postgres",
    "KAFKA_BOOTSTRAP_SERVERS": "kafka",
    "SMTP_URL": "inbox",
    "CANADA_POST_URL": "simulator",
}
"""A value in the environment stands for the local part, which then does not run."""

DATABASE = "renvoi"


IMPATIENT = {
    "LOG_FORMAT": "pretty",
    "LOOKUP_TRIES_PER_PARCEL": "100",
    "LOOKUP_TRIES_PER_NETWORK": "1000",
    "LOOKUP_TRIES_PER_POSTAL_CODE": "1000",
}
"""For one person who tries things out; a value of their own wins."""

# The simulator does not mind; the real carrier is asked as politely as in production.
HASTE = {"CANADA_POST_CALLS_PER_S": "20", "TRACKING_INTERVAL_S": "1"}


def given_by(environment: Mapping[str, str]) -> dict[str, str]:
    """Pick from the environment what replaces a local part or folder."""
    names = (*REPLACED_BY, "BLOB_URL")
    return {name: environment[name] for name in names if environment.get(name)}


def common_variables(
    root: Path, ports: Ports, keys: Keys, given: Mapping[str, str]
) -> dict[str, str]:
    """Return the variables that mean the same for every part."""
    local_database = f"postgresql://postgres:{keys.admin_db_password}@{HOST}:{ports.postgres}"
    simulator = f"http://{HOST}:{ports.simulator}"
    # The simulator stands for both of the carrier's hosts, or for neither.
    rehearsal = {} if "CANADA_POST_URL" in given else HASTE | {"CANADA_POST_TEST_URL": simulator}
    return {
        "ADMIN_DATABASE_URL": given.get("DATABASE_URL", f"{local_database}/{DATABASE}"),
        "PORTAL_DB_PASSWORD": keys.portal_db_password,
        "MERCHANT_DB_PASSWORD": keys.merchant_db_password,
        "LABELER_DB_PASSWORD": keys.labeler_db_password,
        "NOTIFIER_DB_PASSWORD": keys.notifier_db_password,
        "KAFKA_BOOTSTRAP_SERVERS": f"{HOST}:{ports.kafka}",
        "SMTP_URL": f"smtp://{HOST}:{ports.smtp}",
        "CANADA_POST_URL": simulator,
        "BLOB_URL": (root / "blobs").as_uri(),
        "NOTIFIER_PUBLIC_KEY": keys.notifier_public_key,
        "NOTIFIER_PRIVATE_KEY": keys.notifier_private_key,
        "LABELER_PUBLIC_KEY": keys.labeler_public_key,
        "LABELER_PRIVATE_KEY": keys.labeler_private_key,
        "SMTP_PORT": str(ports.smtp),
        "INBOX_DIR": str(root / "inbox"),
        "SIMULATOR_DIR": str(root / "simulator"),
        "HOST": HOST,
        **_unless_set(IMPATIENT | rehearsal),
    } | {name: value for name, value in given.items() if name != "DATABASE_URL"}


def _unless_set(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: os.environ.get(name, value) for name, value in variables.items()}


def environment_of(
    part: Part, common: Mapping[str, str], ports: Ports, keys: Keys
) -> dict[str, str]:
    """Return the whole environment of one part: the person's own, then exactly what it is told."""
    edges = {
        "PORTAL_URL": f"http://{HOST}:{ports.portal}",
        "CONSOLE_URL": f"http://{HOST}:{ports.console}",
    }
    variables = {**common, **edges}
    if part.port:
        variables["PORT"] = str(ports.of(part.port))
    if part.public:
        variables["PUBLIC_URL"] = f"http://{HOST}:{ports.of(part.public)}"
    if part.role:
        password = getattr(keys, f"{part.role}_db_password")
        variables["DATABASE_URL"] = _as_role(common["ADMIN_DATABASE_URL"], part.role, password)
    ours = {*variables, *REPLACED_BY, "BLOB_URL", "PUBLIC_URL", *edges, "PORT"}
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    told = {name: variables[name] for name in part.told if name in variables}
    # A line of log is shown when it is written, not when a buffer is full.
    return inherited | told | {"PYTHONUNBUFFERED": "1"}


def _as_role(admin_url: str, role: str, password: str) -> str:
    url = urlsplit(admin_url)
    address = url.netloc.rpartition("@")[2]
    return urlunsplit(url._replace(netloc=f"{role}:{password}@{address}"))
