"""Read a return by its secret link: where it stands, and the files it offers."""

from dataclasses import dataclass

from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.ids import digest

from portal_api.errors import ReturnNotFound
from portal_api.standing import FileName, StandingReturn
from portal_api.store.returns import find_return


@dataclass(frozen=True, slots=True)
class File:
    """A file of a return, as it was stored."""

    content: bytes
    media_type: str
    standing: StandingReturn


async def get_return(pool: Pool, token: str) -> StandingReturn:
    """Return what the link opens. Raises ReturnNotFound."""
    standing = await find_return(pool, digest(token))
    if standing is None:
        raise ReturnNotFound
    return standing


async def get_file(pool: Pool, blobs: Blobs, token: str, name: FileName) -> File:
    """Read a file and check it. Raises ReturnNotFound, Outage, BlobDamaged."""
    standing = await get_return(pool, token)
    if standing.label is None:
        raise ReturnNotFound
    reference = standing.label.files[name]
    return File(await blobs.get(reference), reference.media_type, standing)
