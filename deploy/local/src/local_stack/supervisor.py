"""`up`, `return` and `reset`: the stack from the command line."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType

from local_stack.addresses import Addresses
from local_stack.demo import bring_demo
from local_stack.folder import Folder
from local_stack.following import Follower
from local_stack.parts import part_named
from local_stack.ports import Ports, free_ports
from local_stack.screen import Screen
from local_stack.stack import Stack
from local_stack.surroundings import given_by
from local_stack.trouble import Trouble

TEND_EVERY_S = 0.1
# A terminal, make and a shell may each pass on the same Ctrl-C.
SAME_SIGNAL_S = 1.0


def up(*, any_ports: bool) -> int:
    """Start everything, tend it and show its log until a signal; return the exit code."""
    screen = Screen()
    stack = Stack(
        folder_named(),
        ports=free_ports() if any_ports else Ports(),
        given=given_by(os.environ),
        tell=screen.tell,
    )
    _stop_on_signals()
    try:
        return run(stack, screen)
    except Trouble as trouble:
        screen.trouble(str(trouble))
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        screen.close()


def run(stack: Stack, screen: Screen) -> int:
    """Run `stack` until interrupted. Raises Trouble; then, too, nothing is left running."""
    began = time.monotonic()
    screen.open(stack)
    stack.start()
    try:
        bring_demo(stack)
        Addresses.of(stack).write(stack.folder.root)
        screen.welcome(stack, time.monotonic() - began)
        follower = Follower({name: stack.log(name) for name in stack.names if _is_shown(name)})
        while True:
            stack.tend()
            for name, line in follower.new_lines():
                screen.log_line(name, line)
            time.sleep(TEND_EVERY_S)
    finally:
        with suppress(OSError):  # a closed terminal must not keep us from stopping in order
            screen.goodbye()
        stack.stop()


def walk() -> int:
    """Walk one return through the stack that runs; return the exit code."""
    # Imported when needed: `up` speaks to nobody by HTTP but on its first start.
    from local_stack.walk import walk_one  # noqa: PLC0415

    screen = Screen()
    began = time.monotonic()
    try:
        walk_one(folder_named(), screen.step)
    except Trouble as trouble:
        screen.trouble(str(trouble))
        return 1
    screen.say(f"One return, from parcel to parcel: {time.monotonic() - began:.1f} s.")
    return 0


def reset() -> int:
    """Forget the data; return the exit code."""
    screen = Screen()
    folder = Folder(folder_named())
    try:
        folder.forget()
    except Trouble as trouble:
        screen.trouble(str(trouble))
        return 1
    screen.say(f"Forgotten: everything in {folder.root} but what was downloaded.")
    return 0


def folder_named() -> Path:
    """Return the folder for everything local."""
    return Path(os.environ.get("RENVOI_DIR", ".renvoi")).absolute()


def _is_shown(name: str) -> bool:
    part = part_named(name)
    return part.port is not None and not part.quiet


def _stop_on_signals() -> None:
    """Let each stop signal be a Ctrl-C. A second one, later, ends the orderly stop."""
    last = float("-inf")

    def interrupt(_: int, __: FrameType | None) -> None:
        nonlocal last
        previous, last = last, time.monotonic()
        if last - previous > SAME_SIGNAL_S:
            raise KeyboardInterrupt

    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupt)
