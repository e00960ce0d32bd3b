"""Take a file in, piece by piece, and guess how it is to be read."""

import codecs
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

import structlog
from chassis.db import Pool, Tx
from chassis.ids import new_id
from chassis.work import enqueue

from merchant_api.imports import import_store as store
from merchant_api.imports.errors import FileNotUsable
from merchant_api.imports.forget_import import JOB as FORGET
from merchant_api.imports.guess_reading import guess_encoding, guess_reading
from merchant_api.imports.reading import Reading

log = structlog.get_logger()

PIECE_BYTES: Final = 256 * 1024
MOST_BYTES: Final = 50 * 1024 * 1024
_WITHIN_S: Final = 120
_MOST_NAME: Final = 200
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


async def receive_file(
    pool: Pool, merchant_id: UUID, file_name: str, pieces: AsyncIterator[bytes], *, now: datetime
) -> UUID:
    """Keep the file and say under which id. Raises FileNotUsable; then nothing is kept."""
    import_id = new_id()
    seen = _Seen()
    async with pool.transaction(_WITHIN_S) as tx:
        async for piece in pieces:
            if seen.count == 0:
                _check_kind(piece)
                reading = _first_guess(piece, is_utf8=True)
                name = "".join(filter(str.isprintable, file_name))[:_MOST_NAME]
                await store.insert_import(tx, merchant_id, import_id, name, reading, now)
            seen.look_at(piece)
            if seen.size > MOST_BYTES:
                raise FileNotUsable("too-large")  # noqa: EM101  a name, no message
            await store.insert_chunk(tx, merchant_id, import_id, seen.count - 1, piece)
        if not seen.count:
            raise FileNotUsable("empty")  # noqa: EM101  a name, no message
        reading = await _understand(tx, merchant_id, seen)
        await store.save_reading(tx, merchant_id, import_id, reading)
        await store.measure_import(
            tx, merchant_id, import_id, size_bytes=seen.size, lines=seen.lines
        )
        await enqueue(tx, FORGET, f"{merchant_id}/{import_id}")
    log.info("file received", import_id=str(import_id), size_bytes=seen.size)
    return import_id


@dataclass
class _Seen:
    """What has been seen of a file so far."""

    head: bytes = b""
    size: int = 0
    count: int = 0
    ends: int = 0
    old_ends: int = 0
    is_ended: bool = True
    is_utf8: bool = True
    _decoder: codecs.IncrementalDecoder = field(
        default_factory=codecs.getincrementaldecoder("utf-8")
    )

    def look_at(self, piece: bytes) -> None:
        self.head = self.head or piece
        self.size += len(piece)
        self.count += 1
        self.ends += piece.count(b"\n")
        self.old_ends += piece.count(b"\r")
        self.is_ended = piece.rstrip(b"\0").endswith((b"\n", b"\r"))
        if self.is_utf8:
            try:
                self._decoder.decode(piece)
            except UnicodeDecodeError:
                self.is_utf8 = False

    @property
    def lines(self) -> int:
        """Estimate the lines below the headings: a cell may hold line ends too."""
        return max((self.ends or self.old_ends) - self.is_ended, 1)


def _check_kind(piece: bytes) -> None:
    if piece.startswith(_WORKBOOKS):
        raise FileNotUsable("spreadsheet")  # noqa: EM101  a name, no message
    if piece.startswith(b"%PDF"):
        raise FileNotUsable("no-table")  # noqa: EM101  a name, no message


def _first_guess(head: bytes, *, is_utf8: bool) -> Reading:
    return guess_reading(head, guess_encoding(head, is_utf8=is_utf8))


async def _understand(tx: Tx, merchant_id: UUID, seen: _Seen) -> Reading:
    guessed = _first_guess(seen.head, is_utf8=seen.is_utf8)
    remembered = await store.find_remembered(tx, merchant_id, guessed.signature)
    return remembered.over(guessed) if remembered else guessed
