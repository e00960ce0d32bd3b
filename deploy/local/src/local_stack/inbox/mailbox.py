"""Messages on disk, each with its envelope: whole or not there at all, and safe from a crash."""

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from local_stack.inbox.mail import Mail, read_mail

KEPT_IN_MEMORY = 1000


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who sent it and to whom, in the words of the conversation, not of the headers."""

    sender: str
    to: tuple[str, ...]
    received_at: str


class Mailbox:
    """A folder of numbered messages. One process writes it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._last = max((int(mail_id) for mail_id in self.ids()), default=0)
        self._read = lru_cache(KEPT_IN_MEMORY)(self._read_from_disk)

    def ids(self) -> list[str]:
        """List the numbers of all messages, newest first."""
        return sorted((path.stem for path in self._folder.glob("*.eml")), reverse=True)

    def add(self, source: bytes, *, sender: str, to: tuple[str, ...]) -> str:
        """Keep a message; when this returns, it is on the disk. Returns its number."""
        self._last += 1
        mail_id = f"{self._last:06d}"
        envelope = Envelope(sender, to, datetime.now(UTC).isoformat())
        # The message's own file is written last: there is no message without an envelope.
        self._write(f"{mail_id}.json", json.dumps(asdict(envelope)).encode())
        self._write(f"{mail_id}.eml", source)
        return mail_id

    def find(self, mail_id: str) -> Mail | None:
        """Return a message, or None."""
        return self._read(mail_id) if mail_id in self.ids() else None

    def list(self) -> list[Mail]:
        """Return all messages, newest first."""
        return [self._read(mail_id) for mail_id in self.ids()]

    def source(self, mail_id: str) -> bytes:
        """Return a message as it came."""
        return (self._folder / f"{mail_id}.eml").read_bytes()

    def empty(self) -> None:
        """Forget all messages; their numbers are not given again while we run."""
        for mail_id in self.ids():
            for suffix in (".eml", ".json"):
                (self._folder / f"{mail_id}{suffix}").unlink()

    def _read_from_disk(self, mail_id: str) -> Mail:
        envelope = json.loads((self._folder / f"{mail_id}.json").read_bytes())
        return read_mail(
            self.source(mail_id),
            mail_id=mail_id,
            sender=envelope["sender"],
            to=tuple(envelope["to"]),
            received_at=envelope["received_at"],
        )

    def _write(self, name: str, content: bytes) -> None:
        partial = self._folder / f"{name}.partial"
        with partial.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(self._folder / name)
