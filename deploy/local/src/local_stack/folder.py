"""The one folder in which a stack keeps everything, and the lock of who works in it."""

import fcntl
import os
import shutil
from functools import cached_property
from pathlib import Path
from typing import IO

from local_stack.keys import Keys, require_keys
from local_stack.trouble import Trouble

KEPT = ("cache", "lock")
"""What survives forgetting: downloads, and the lock by which we know nobody is at work."""


class Folder:
    """A stack's folder; occupied while the stack runs, by a lock that no crash leaves behind."""

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self.root = root
        self.cache = cache or root / "cache"
        self._lock: IO[str] | None = None

    @cached_property
    def keys(self) -> Keys:
        return require_keys(self.root / "keys.json")

    def log(self, name: str) -> Path:
        """Return the file with a part's log."""
        return self.root / "logs" / f"{name}.log"

    def occupy(self) -> None:
        """Take the folder, and put the logs of the last time aside. Raises Trouble."""
        self.root.mkdir(parents=True, exist_ok=True)
        lock = (self.root / "lock").open("a+")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            pid = lock.read().strip() or "unknown"
            lock.close()
            message = (
                f"Renvoi already runs from {self.root} (process {pid}). "
                f"Stop it with Ctrl-C where it was started, or with `kill {pid}`."
            )
            raise Trouble(message) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        self._lock = lock
        for log in (self.root / "logs").glob("*.log"):
            log.replace(log.with_suffix(".log.before"))

    def leave(self) -> None:
        """Give the folder back."""
        if self._lock:
            self._lock.close()
            self._lock = None

    def forget(self) -> None:
        """Delete what was kept, but for the downloads. Raises Trouble while a stack runs."""
        self.occupy()
        for path in self.root.iterdir():
            if path.name in KEPT:
                continue
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        self.leave()
