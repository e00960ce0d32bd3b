"""The whole system, or some parts of it, as one thing that starts, is tended, and stops.

`with Stack(folder, ports=free_ports(), only={"topics"}) as stack:` runs Kafka with its topics.
"""

import os
import signal
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Self

from local_stack import child
from local_stack.folder import Folder
from local_stack.happening import Happening, Tell, tell_nobody
from local_stack.once import is_done, note_done
from local_stack.parts import PARTS, Part, levels, part_named, with_needs
from local_stack.ports import HOST, Ports, require_free
from local_stack.programs import program_for
from local_stack.running import Running
from local_stack.surroundings import REPLACED_BY, common_variables, environment_of
from local_stack.trouble import Trouble

STEP_S = 0.05
STOP_WITHIN_S = 15.0
# A part that ends this often before it was ever ready will not come up by itself.
ENDS_AT_START = 3


class Stack:
    """Parts of the table that run together in one folder. All methods: from the main thread."""

    def __init__(
        self,
        root: Path,
        *,
        ports: Ports | None = None,
        only: Collection[str] | None = None,
        cache: Path | None = None,
        given: Mapping[str, str] | None = None,
        tell: Tell = tell_nobody,
    ) -> None:
        """`only` names the parts wanted; what they need runs too. `given` replaces local parts."""
        self.folder = Folder(root.absolute(), cache)
        self.ports = ports or Ports()
        self.given = dict(given or {})
        self.tell = tell
        replaced = {part for name, part in REPLACED_BY.items() if name in self.given}
        wanted = {part.name for part in PARTS} if only is None else with_needs(set(only))
        self.names = wanted - replaced
        self._running: dict[str, Running] = {}
        self._done: set[str] = set()
        self._was_up = False
        self._held: set[str] = set()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self, *, within_s: float = 120.0) -> None:
        """Start everything and wait until it is ready. Raises Trouble, leaving nothing running."""
        self.folder.occupy()
        try:
            require_free(self.ports, self._ports_used())
            # Data that lies elsewhere may have been emptied meanwhile; ours takes its notes along.
            ours = [part for part in self._parts() if part.made_in in self.names]
            self._done = {part.name for part in ours if is_done(self.folder.root, part)}
            self._tend_until(self.is_up, within_s)
        except BaseException:
            self.stop()
            raise
        self._was_up = True

    def is_up(self) -> bool:
        """Tell whether every part was started and found ready."""
        return all(self._is_ready(name) for name in self.names)

    def tend(self) -> None:
        """Do what is due now: start what can start, notice who is ready, raise who fell."""
        for part in self._parts():
            if part.name in self._held:
                continue
            if running := self._running.get(part.name):
                self._tend_one(running)
            elif part.name not in self._done and all(map(self._is_ready, part.needs)):
                self._launch(part)

    def stop(self) -> None:
        """Stop everything, those first on whom nobody waits, each within a bound."""
        for group in reversed(levels(set(self._running))):
            ending = [self._running[part.name] for part in group]
            for running in ending:
                child.end(running.process, running.program.stop_signal)
            deadline = time.monotonic() + STOP_WITHIN_S
            for running in ending:
                left_s = max(0.1, deadline - time.monotonic())
                child.reap(running.process, within_s=left_s)
        self._running.clear()
        self._done.clear()
        self.folder.leave()

    def kill(self, name: str) -> None:
        """End a part with SIGKILL, as a crash would; `tend` or `restart` brings it back."""
        child.end(self._running[name].process, signal.SIGKILL)
        child.reap(self._running[name].process, within_s=STOP_WITHIN_S)

    def hold(self, name: str) -> None:
        """End a part with SIGKILL and keep it down until `release`."""
        self._held.add(name)
        self.kill(name)

    def release(self, name: str) -> None:
        """Let a held part start again, and wait until it serves."""
        self._held.discard(name)
        self.await_ready(name)

    def restart(self, name: str) -> None:
        """Start a part again at once, stopping it first if it runs; does not wait for it."""
        running = self._running[name]
        child.end(running.process, running.program.stop_signal)
        child.reap(running.process, within_s=STOP_WITHIN_S)
        running.start()

    def await_ready(self, name: str, *, within_s: float = 60.0) -> None:
        """Wait until a part serves, starting again meanwhile what ends. Raises Trouble."""
        self._tend_until(self._running[name].became_ready, within_s)

    def pid(self, name: str) -> int:
        """Return the number of a part's process."""
        return self._running[name].process.pid

    def env(self, name: str) -> dict[str, str]:
        """Return the environment that a part has or would have, also when it does not run."""
        common = common_variables(self.folder.root, self.ports, self.folder.keys, self.given)
        return environment_of(part_named(name), common, self.ports, self.folder.keys)

    def url(self, name: str) -> str:
        """Return the address of a part that serves HTTP."""
        return f"http://{HOST}:{self.ports.of(part_named(name).port or '')}"

    def log(self, name: str) -> Path:
        """Return the file with a part's log."""
        return self.folder.log(name)

    def _parts(self) -> Iterator[Part]:
        return (part for part in PARTS if part.name in self.names)

    def _ports_used(self) -> list[str]:
        return [port for part in self._parts() if part.port for port in (part.port, *part.ports)]

    def _is_ready(self, name: str) -> bool:
        if name in self._running:
            return self._running[name].ready
        return name in self._done or name not in self.names

    def _tend_until(self, reached: Callable[[], bool], within_s: float) -> None:
        deadline = time.monotonic() + within_s
        while not reached():
            self.tend()
            if time.monotonic() > deadline:
                raise Trouble(self._what_is_missing(within_s))
            time.sleep(STEP_S)

    def _tend_one(self, running: Running) -> None:
        if running.start_again_at is not None:
            if running.is_due():
                running.start()
        elif running.has_fallen():
            self._on_end(running)
        elif not running.ready and running.became_ready():
            self.tell(Happening(running.part.name, "ready", running.seconds))
            if running.part.made_in in self.names:
                note_done(self.folder.root, running.part)

    def _launch(self, part: Part) -> None:
        def preparing(what: str) -> None:
            self.tell(Happening(part.name, "preparing", detail=what))

        program = program_for(part, self.folder, self.ports, self.env, tell=preparing)
        self.tell(Happening(part.name, "starting"))
        port = self.ports.of(part.port) if part.port else None
        self._running[part.name] = Running(part, program, port)

    def _on_end(self, running: Running) -> None:
        name, code = running.part.name, running.exit_code
        hopeless = running.part.port is None or running.ends + 1 >= ENDS_AT_START
        if hopeless and not self._was_up:
            message = f"{name} ended with {code}. It said last:\n{running.log_tail()}"
            raise Trouble(message)
        seconds = running.seconds
        wait_s = running.schedule()
        detail = f"exit {code}, starting again in {wait_s:g} s"
        self.tell(Happening(name, "ended", seconds, detail))

    def _what_is_missing(self, within_s: float) -> str:
        late = [part.name for part in self._parts() if not self._is_ready(part.name)]
        log = self.folder.log(late[0]) if late else self.folder.root
        return (
            f"Not ready after {within_s:g} s: {', '.join(late)}. "
            f"Its log is {os.path.relpath(log)}:\n{child.tail(log)}"
        )
