"""A file of JSON lines that only grows, and whose lines are on the disk before anyone is told."""

import fcntl
import json
import os
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any


class JournalInUse(Exception):
    """Another process writes here."""


class Journal:
    """One writer, each line synced. A line torn by a crash was never promised: it is cut off."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("a+b", buffering=0)
        self._lock = Lock()
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.close()
            message = f"another simulator writes to {path}"
            raise JournalInUse(message) from error
        self.entries: list[Mapping[str, Any]] = self._read()  # what JSON holds, no narrower type

    def append(self, entry: Mapping[str, object]) -> None:
        """Write one entry and wait until the disk has it."""
        line = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        with self._lock:
            end = self._file.seek(0, os.SEEK_END)
            try:
                self._write(line)
                os.fsync(self._file.fileno())
            except OSError:
                self._file.truncate(end)
                raise

    def close(self) -> None:
        """Let go of the file and of its lock."""
        self._file.close()

    def _write(self, line: bytes) -> None:
        if self._file.write(line) != len(line):
            message = "the disk took half a line"
            raise OSError(message)

    def _read(self) -> list[Mapping[str, Any]]:
        self._file.seek(0)
        lines = self._file.read().split(b"\n")
        torn = lines.pop()
        if torn:
            self._file.truncate(self._file.seek(0, os.SEEK_END) - len(torn))
        return [json.loads(line) for line in lines]
