"""`set-up`, which makes a merchant without a page, and `invite-merchant`, which prints a link."""

import argparse
import asyncio
import contextlib
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, NoReturn, TypeVar

from chassis import logs
from chassis.db import Pool, open_pool

from merchant_api.centre.typed import told
from merchant_api.clock import utc_now
from merchant_api.console.words import words_of
from merchant_api.enrolment.errors import SlugTaken
from merchant_api.enrolment.set_up_form import SetUp, SetUpForm, faults_of_set_up, set_up_of
from merchant_api.enrolment.set_up_link import draw_link
from merchant_api.enrolment.set_up_merchant import MovedIn, set_up_by_command
from merchant_api.people.errors import EmailTaken
from merchant_api.people.passwords import Passwords
from merchant_api.settings import Settings

T = TypeVar("T")

PASSWORD_VARIABLE: Final = "OWNER_PASSWORD"  # noqa: S105  its name, not one
_OPTIONS: Final = {
    "store_name": "what customers call the store",
    "legal_name": "of the business; else the store's name",
    "slug": "end of the portal's address; else made of the store's name",
    "line_1": "of the business's postal address",
    "line_2": "",
    "city": "",
    "province": "two letters, such as QC",
    "postal_code": "",
    "email": "of the first owner, who signs in with it",
    "language": "of the owner: fr or en",
    "contact_email": "to which customers write; else the owner's",
    "privacy_email": "for questions of privacy; else the contact's",
}


def set_up() -> NoReturn:
    """Make a merchant and its owner; print `{"merchant_id", "user_id"}`.

    The password comes from a file, from OWNER_PASSWORD, or from standard input: never from the
    command line, which every account of the machine can read.
    """
    told_of = _read(_options())
    moved_in = _run(lambda pool, _: set_up_by_command(pool, Passwords(), told_of, now=utc_now()))
    _print_ids(moved_in)


def invite_merchant() -> NoReturn:
    """Print a link with which one more merchant is set up, within a day."""
    argparse.ArgumentParser(
        prog="python -m merchant_api invite-merchant", description=invite_merchant.__doc__
    ).parse_args(sys.argv[2:])
    link = _run(
        lambda pool, settings: draw_link(pool, settings.public_url, is_first=False, now=utc_now())
    )
    print(link)  # noqa: T201  the answer of a command
    sys.exit(0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m merchant_api set-up", description=set_up.__doc__
    )
    for name, hint in _OPTIONS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", default="", help=hint)
    parser.add_argument(
        "--password-file", type=Path, help=f"else {PASSWORD_VARIABLE}, else standard input"
    )
    return parser.parse_args(sys.argv[2:])


def _read(options: argparse.Namespace) -> SetUp:
    answers = {name: getattr(options, name) for name in _OPTIONS}
    form = SetUpForm(**answers, password=_password(options.password_file))
    faults = told(faults_of_set_up(form), words_of("en"))
    if faults:
        lines = [f"--{name.replace('_', '-')}: {text}" for name, text in faults.items()]
        sys.exit("\n".join(lines))
    return set_up_of(form)


def _password(file: Path | None) -> str:
    try:
        if file is not None:
            return file.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{file} cannot be read: {error}")
    given = os.environ.get(PASSWORD_VARIABLE)
    return given if given is not None else sys.stdin.readline().rstrip("\r\n")


def _run(what: Callable[[Pool, Settings], Awaitable[T]]) -> T:
    """Run `what` with a pool; logs go where they do not mix with the answer."""
    settings = Settings()

    async def act() -> T:
        async with open_pool(settings.database_url, size=1) as pool:
            return await what(pool, settings)

    with contextlib.redirect_stdout(sys.stderr):
        logs.configure("merchant-api", settings.log_format)
        try:
            return asyncio.run(act())
        except SlugTaken:
            sys.exit("--slug: another merchant has this one. Choose another.")
        except EmailTaken:
            sys.exit("--email: this one signs in already. Choose another.")


def _print_ids(moved_in: MovedIn) -> NoReturn:
    ids = {"merchant_id": str(moved_in.merchant_id), "user_id": str(moved_in.user_id)}
    print(json.dumps(ids))  # noqa: T201  the answer of a command
    sys.exit(0)
