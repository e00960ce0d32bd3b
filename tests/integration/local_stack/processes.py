"""Looking at processes that are not our own children, with what every system has."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path


def eventually(condition: Callable[[], bool], *, within_s: float) -> None:
    """Return once `condition` holds; fail if it does not in time."""
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, f"not within {within_s} s"
        time.sleep(0.02)


def is_running(pid: int) -> bool:
    """Tell whether a process still runs; one that only waits for its burial does not."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def children_of(parent: int) -> dict[int, str]:
    """Return number and command of each child of a process."""
    if Path("/proc/self").exists():
        return dict(_children_on_linux(parent))
    listing = subprocess.run(
        ["/bin/ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = (line.split(maxsplit=2) for line in listing.splitlines())
    return {int(pid): words for pid, above, words in rows if int(above) == parent}


def _children_on_linux(parent: int) -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            above = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            command = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:  # ended meanwhile
            continue
        if int(above) == parent:
            found.append((int(folder.name), command))
    return found
