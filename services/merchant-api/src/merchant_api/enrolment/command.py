"""`python -m merchant_api enrol --file merchant.toml [--new-key]`: take a merchant in."""

import argparse
import asyncio
import contextlib
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from chassis import logs
from chassis.db import open_pool

from merchant_api.carrier.seal_account import Sealing
from merchant_api.clock import utc_now
from merchant_api.enrolment.enrol_merchant import Enrolled, enrol_merchant
from merchant_api.enrolment.enrolment_file import Enrolment, FileNotUsable, read_enrolment
from merchant_api.keys.errors import NameTaken
from merchant_api.people.errors import EmailTaken
from merchant_api.people.passwords import Passwords
from merchant_api.settings import Settings


def enrol() -> NoReturn:
    """Read the file, enrol the merchant, print who it is and the key, if a new one was issued.

    Standard output gets one line of JSON, and nothing else; whatever goes wrong is a sentence.
    """
    options = _options()
    path: Path = options.file
    enrolment = _read(path)
    try:
        with contextlib.redirect_stdout(sys.stderr):  # where logs go
            enrolled = asyncio.run(_enrol(enrolment, new_key=options.new_key))
    except EmailTaken:
        sys.exit(f"{path}: user.email signs in to another merchant. Choose another one.")
    except NameTaken as refusal:
        sys.exit(f"There are two live keys named {refusal.name}. Revoke one of them first.")
    print(json.dumps(asdict(enrolled), default=str))  # noqa: T201  the answer of a command
    sys.exit(0)


def _read(path: Path) -> Enrolment:
    try:
        return read_enrolment(path.read_text("utf-8"))
    except OSError as error:
        sys.exit(f"{path} cannot be read: {error.strerror}")
    except UnicodeDecodeError:
        sys.exit(f"{path} is not a text file in UTF-8.")
    except FileNotUsable as fault:
        sys.exit("\n".join(f"{path}: {line}" for line in str(fault).splitlines()))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m merchant_api enrol", description=__doc__)
    parser.add_argument("--file", type=Path, required=True, help="TOML file of the merchant")
    parser.add_argument("--new-key", action="store_true", help="issue another API key")
    return parser.parse_args(sys.argv[2:])


async def _enrol(enrolment: Enrolment, *, new_key: bool) -> Enrolled:
    settings = Settings()
    logs.configure("merchant-api", settings.log_format)
    sealing = Sealing(settings.labeler_public_key, Passwords())
    async with open_pool(settings.database_url, size=1) as pool:
        return await enrol_merchant(pool, sealing, enrolment, new_key=new_key, now=utc_now())
