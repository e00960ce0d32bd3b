"""Files in blob storage: a local folder by default, any S3-compatible store by URL."""

import asyncio
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from chassis.errors import Outage

_WITHIN_S = 15.0


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that lies in storage."""

    key: str
    media_type: str
    size_bytes: int
    sha256: str


class Reference(Protocol):
    """What says which file is meant, and how to know it again."""

    @property
    def key(self) -> str: ...
    @property
    def size_bytes(self) -> int: ...
    @property
    def sha256(self) -> str: ...


class BlobDamaged(Exception):
    """What lies under the key is not what was stored. A person has to look."""


class Blobs:
    """A place for files. Writers own a prefix of the keys."""

    def __init__(self, url: str) -> None:
        """Open `url`: `file:///folder` (made if missing) or `s3://bucket/prefix`."""
        self._store = _open(url)

    async def put(self, key: str, content: bytes, media_type: str) -> Stored:
        """Store `content` under `key`, whole or not at all. Raises Outage."""
        try:
            async with asyncio.timeout(_WITHIN_S):
                await obstore.put_async(self._store, key, content)
        except (BaseError, TimeoutError, OSError) as error:
            cause = f"blob storage: {type(error).__name__}"
            raise Outage(cause) from error
        return Stored(key, media_type, len(content), hashlib.sha256(content).hexdigest())

    async def get(self, reference: Reference) -> bytes:
        """Read a file and check that it is the one meant. Raises Outage, BlobDamaged."""
        try:
            async with asyncio.timeout(_WITHIN_S):
                found = await obstore.get_async(self._store, reference.key)
                if found.meta["size"] != reference.size_bytes:
                    raise BlobDamaged(reference.key)  # before it fills the memory
                content = bytes(await found.bytes_async())
        except (BaseError, TimeoutError, OSError) as error:
            cause = f"blob storage: {type(error).__name__}"
            raise Outage(cause) from error
        if hashlib.sha256(content).hexdigest() != reference.sha256:
            raise BlobDamaged(reference.key)
        return content


def _open(url: str) -> ObjectStore:
    parts = urlsplit(url)
    if parts.scheme == "file":
        return LocalStore(Path(url2pathname(parts.path)), mkdir=True)
    return from_url(url)
