"""The demo's merchant and parcels: enrolled once, the way any merchant is."""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from local_stack.stack import Stack
from local_stack.trouble import Trouble

ENROL_WITHIN_S = 60
# The parcels' days of delivery must stay inside the merchant's return window.
FRESH_DAYS = 7


@dataclass(frozen=True, slots=True)
class Sample:
    """A parcel to try the portal with."""

    tracking_number: str
    postal_code: str
    city: str


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought in, and the key that was drawn for it."""

    files: str
    into: str
    on: str
    api_key: str


def bring_demo(stack: Stack) -> None:
    """Enrol the merchant with its parcels, unless that was done lately. Raises Trouble."""
    note = stack.folder.root / "demo.json"
    before = read_note(note)
    digest, into = _digest(), _database(stack)
    if before and (before.files, before.into) == (digest, into) and _is_fresh(before):
        return
    known = before.api_key if before and before.into == into else None
    # A key is told once; where the database has one that nobody here knows, another is issued.
    key = _enrol(stack) or known or _enrol(stack, "--new-key")
    _write_note(note, Brought(digest, into, date.today().isoformat(), key))  # noqa: DTZ011  a day


def samples() -> list[Sample]:
    """List the parcels to try."""
    return [
        Sample(
            tracking_number=shipment["tracking_number"],
            postal_code=shipment["recipient"]["postal_code"],
            city=shipment["recipient"]["city"],
        )
        for shipment in shipments()
    ]


def shipments() -> list[dict[str, Any]]:
    """Return the parcels as the merchant's API takes them, but for `delivered_days_ago`."""
    rows: list[dict[str, Any]] = tomllib.loads(_text("merchant.toml"))["shipments"]
    return rows


def sign_in() -> tuple[str, str]:
    """Return the address and password that open the console."""
    user = tomllib.loads(_text("merchant.toml"))["user"]
    return user["email"], user["password"]


def slug() -> str:
    """Return the return centre's part of its address."""
    return str(tomllib.loads(_text("merchant.toml"))["centre"]["slug"])


def read_note(path: Path) -> Brought | None:
    """Return what the last start brought in, if anything."""
    return Brought(**json.loads(path.read_text())) if path.exists() else None


def _write_note(path: Path, brought: Brought) -> None:
    partial = path.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(asdict(brought), file)
    partial.rename(path)


def _enrol(stack: Stack, *options: str) -> str:
    """Return the API key, if one was issued, or nothing."""
    with as_file(files(__name__) / "merchant.toml") as path:
        command = (sys.executable, "-m", "merchant_api", "enrol", "--file", str(path), *options)
        outcome = subprocess.run(  # noqa: S603  the command is our own
            command,
            env=stack.env("merchant-serve"),
            capture_output=True,
            check=False,
            text=True,
            timeout=ENROL_WITHIN_S,
        )
    if outcome.returncode:
        message = f"The demo's merchant could not be enrolled:\n{outcome.stderr or outcome.stdout}"
        raise Trouble(message)
    return json.loads(outcome.stdout.splitlines()[-1])["api_key"] or ""


def _text(name: str) -> str:
    return (files(__name__) / name).read_text(encoding="utf-8")


def _digest() -> str:
    return hashlib.sha256(_text("merchant.toml").encode()).hexdigest()


def _database(stack: Stack) -> str:
    """Name the database, without its password; ours is always the same, whatever its port."""
    return stack.given.get("DATABASE_URL", "local").rpartition("@")[2]


def _is_fresh(brought: Brought) -> bool:
    age = date.today() - date.fromisoformat(brought.on)  # noqa: DTZ011  a day
    return age < timedelta(days=FRESH_DAYS)
