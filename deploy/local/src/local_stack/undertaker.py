"""For systems without a parent-death signal: one small process that ends ours when we are gone."""

import subprocess
import sys

SCRIPT = """
import os, signal, sys
minded = set()
for line in sys.stdin:
    pid = int(line[1:])
    minded.add(pid) if line[0] == "+" else minded.discard(pid)
for pid in minded:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
"""


class Undertaker:
    """Holds a pipe whose other end notices our death, whatever we die of."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def mind(self, pid: int) -> None:
        """End `pid` when this process ends."""
        self._say(f"+{pid}\n")

    def forget(self, pid: int) -> None:
        """Leave `pid` alone from now on: it ended, and its number may be given to another."""
        self._say(f"-{pid}\n")

    def _say(self, line: str) -> None:
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603  our own script
                [sys.executable, "-I", "-S", "-c", SCRIPT],
                stdin=subprocess.PIPE,
                start_new_session=True,
            )
        if self._process.stdin is not None:
            self._process.stdin.write(line.encode())
            self._process.stdin.flush()
