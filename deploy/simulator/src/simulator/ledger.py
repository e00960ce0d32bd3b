"""Every label ever sold: the witness for "one live label per return".

A sale is in the ledger, on the disk, before the buyer hears of it, and survives our own end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from hashlib import sha256
from itertools import count
from os import fsync
from pathlib import Path
from typing import Any

from simulator.journal import Journal
from simulator.pins import LAST_SERIAL, pin_of

_FIRST_ARTIFACT = 10_000_000_000


@dataclass(frozen=True, slots=True)
class Sale:
    """One label sold. `public_token` is None when no public address was asked for."""

    serial: int
    pin: str
    at: datetime
    mailed_by: str
    on_behalf_of: str
    api_user: str
    service_code: str
    customer_ref_1: str
    customer_ref_2: str
    origin_city: str
    origin_province: str
    origin_postal_code: str
    destination_city: str
    destination_province: str
    destination_postal_code: str
    artifact_media_type: str
    artifact_sha256: str
    public_token: str | None = field(repr=False)

    @property
    def artifact_id(self) -> str:
        return str(_FIRST_ARTIFACT + self.serial)


class Ledger:
    """The sales in the order in which they were made, and the files that were sold."""

    def __init__(self, directory: Path) -> None:
        self._files = directory / "artifacts"
        self._files.mkdir(parents=True, exist_ok=True)
        self._journal = Journal(directory / "ledger.jsonl")
        self._by_pin: dict[str, Sale] = {}
        self._by_token: dict[str, Sale] = {}
        for entry in self._journal.entries:
            self._keep(_read(entry))
        self._serials = count(1 + max((sale.serial for sale in self._by_pin.values()), default=0))

    def next_serial(self) -> int:
        """Draw a serial that no sale has; one not sold before a restart is drawn again."""
        return next(self._serials)

    def record(self, sale: Sale, artifact: bytes) -> None:
        """Put the file, then the sale, on the disk. After this the sale has happened."""
        if sha256(artifact).hexdigest() != sale.artifact_sha256:
            message = "the sale names another file"
            raise ValueError(message)
        with self._path(sale).open("wb") as file:
            file.write(artifact)
            file.flush()
            fsync(file.fileno())
        self._journal.append({**asdict(sale), "at": sale.at.isoformat()})
        self._keep(sale)

    def sales(self) -> Sequence[Sale]:
        """List all sales, the newest last."""
        return tuple(self._by_pin.values())

    def find(self, pin: str) -> Sale | None:
        """Find the sale of a PIN."""
        return self._by_pin.get(pin)

    def find_artifact(self, artifact_id: str) -> Sale | None:
        """Find the sale whose file has this id."""
        serial = int(artifact_id) - _FIRST_ARTIFACT if artifact_id.isdecimal() else 0
        return self.find(pin_of(serial)) if 0 < serial <= LAST_SERIAL else None

    def find_public(self, token: str) -> Sale | None:
        """Find the sale whose label is at this public address."""
        return self._by_token.get(token)

    def artifact(self, sale: Sale) -> bytes:
        """Read the file that was sold."""
        return self._path(sale).read_bytes()

    def close(self) -> None:
        """Let go of the files."""
        self._journal.close()

    def _keep(self, sale: Sale) -> None:
        self._by_pin[sale.pin] = sale
        if sale.public_token:
            self._by_token[sale.public_token] = sale

    def _path(self, sale: Sale) -> Path:
        return self._files / sale.artifact_id


def _read(entry: Mapping[str, Any]) -> Sale:  # what JSON holds has no narrower type
    return Sale(**{**entry, "at": datetime.fromisoformat(entry["at"])})
