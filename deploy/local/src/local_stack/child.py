"""A process of ours: it writes its log to a file and cannot outlive us."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from local_stack.undertaker import Undertaker

LAUNCH = Path(__file__).with_name("launch.py")

_undertaker = Undertaker()


@dataclass(frozen=True, slots=True)
class Account:
    """Under whose name a program runs."""

    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Program:
    """What is run, and how it is asked to stop."""

    argv: tuple[str, ...]
    env: Mapping[str, str]
    cwd: Path
    log: Path
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    death_signal: signal.Signals = signal.SIGKILL
    """Sent by the kernel when we die, however we die."""


def start(program: Program) -> subprocess.Popen[bytes]:
    """Start `program`. From the main thread only.

    The kernel's signal is bound to the thread that forks: a process started by a worker thread
    would be killed when that thread ends.
    """
    if threading.current_thread() is not threading.main_thread():
        message = "start processes from the main thread: they die with the thread that forks them"
        raise RuntimeError(message)
    program.log.parent.mkdir(parents=True, exist_ok=True)
    with program.log.open("ab") as log:
        process = subprocess.Popen(  # noqa: S603  the commands are our own
            launch_argv(program),
            env=dict(program.env),
            cwd=program.cwd,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # Ctrl-C reaches the supervisor alone, which stops the parts in order.
            start_new_session=True,
        )
    if sys.platform != "linux":
        _undertaker.mind(process.pid)
    return process


def launch_argv(program: Program) -> list[str]:
    """Return the command that becomes the program."""
    account = program.account
    return [
        *(sys.executable, "-I", "-S", str(LAUNCH)),
        *(str(os.getpid()), str(int(program.death_signal))),
        *((str(account.uid), str(account.gid)) if account else ("-", "-")),
        *program.argv,
    ]


def end(process: subprocess.Popen[bytes], sign: signal.Signals) -> None:
    """Send `sign`, if the process still runs."""
    if process.poll() is None:
        process.send_signal(sign)


def reap(process: subprocess.Popen[bytes], *, within_s: float) -> int:
    """Wait for the end of the process, killing it after `within_s`; return its exit code."""
    try:
        code = process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.kill()
        code = process.wait()
    if sys.platform != "linux":
        _undertaker.forget(process.pid)
    return code


def tail(log: Path, lines: int = 15) -> str:
    """Return the last lines of a log."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
