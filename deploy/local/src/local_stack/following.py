"""Reading the parts' logs as they grow."""

from collections.abc import Iterator
from pathlib import Path

CHUNK = 256 * 1024


class Follower:
    """Remembers how far each file was read; a half-written line waits for its end."""

    def __init__(self, logs: dict[str, Path]) -> None:
        """Begin at the present end of each file."""
        self._logs = logs
        self._read = {name: log.stat().st_size for name, log in logs.items() if log.exists()}

    def new_lines(self) -> Iterator[tuple[str, str]]:
        """Yield part and line for everything written since the last time."""
        for name, log in self._logs.items():
            for line in self._lines_of(name, log):
                yield name, line

    def _lines_of(self, name: str, log: Path) -> list[str]:
        if not log.exists():
            return []
        start = self._read.get(name, 0)
        with log.open("rb") as file:
            file.seek(start)
            chunk = file.read(CHUNK)
        whole = chunk if len(chunk) == CHUNK and b"\n" not in chunk else chunk[: _end(chunk)]
        self._read[name] = start + len(whole)
        return whole.decode("utf-8", "replace").splitlines()


def _end(chunk: bytes) -> int:
    return chunk.rfind(b"\n") + 1
