"""Files in a local folder: whole or not at all, and known again."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from chassis.blobs import BlobDamaged, Blobs, Stored
from chassis.errors import Outage

CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a folder" / "with é"


@pytest.fixture
def blobs(folder: Path) -> Blobs:
    return Blobs(folder.as_uri())


@pytest.fixture
async def stored(blobs: Blobs) -> Stored:
    return await blobs.put("labels/one.pdf", CONTENT, "application/pdf")


async def test_what_was_stored_is_read_again(blobs: Blobs, stored: Stored) -> None:
    assert await blobs.get(stored) == CONTENT
    assert (stored.media_type, stored.size_bytes) == ("application/pdf", len(CONTENT))


async def test_another_process_reads_it_too(folder: Path, stored: Stored) -> None:
    assert await Blobs(folder.as_uri()).get(stored) == CONTENT


async def test_storing_again_leaves_the_same_file(blobs: Blobs, stored: Stored) -> None:
    assert await blobs.put("labels/one.pdf", CONTENT, "application/pdf") == stored
    assert await blobs.get(stored) == CONTENT


@pytest.mark.parametrize(
    "damaged",
    [CONTENT[:-1], CONTENT + b"x", b"", CONTENT[:100] + b"?" + CONTENT[101:]],
    ids=["cut off", "longer", "empty", "one byte changed"],
)
async def test_damage_is_noticed(
    blobs: Blobs, folder: Path, stored: Stored, damaged: bytes
) -> None:
    (folder / "labels/one.pdf").write_bytes(damaged)

    with pytest.raises(BlobDamaged, match="labels/one"):
        await blobs.get(stored)


async def test_another_file_than_the_one_meant_is_noticed(blobs: Blobs, stored: Stored) -> None:
    other = await blobs.put("labels/two.pdf", CONTENT[::-1], "application/pdf")

    with pytest.raises(BlobDamaged):
        await blobs.get(replace(other, sha256=stored.sha256))


@dataclass(frozen=True)
class Reference:
    key: str
    size_bytes: int = 1
    sha256: str = "0" * 64


async def test_a_file_that_is_not_there_may_come_later(blobs: Blobs) -> None:
    with pytest.raises(Outage):
        await blobs.get(Reference("labels/none.pdf"))


@pytest.mark.parametrize("key", ["../outside", "labels/../../outside", "a//b", "a\0b"])
async def test_no_key_leads_out_of_the_folder(blobs: Blobs, folder: Path, key: str) -> None:
    (folder.parent / "outside").write_bytes(b"secret")

    with pytest.raises(ValueError, match="path"):
        await blobs.get(Reference(key))
    with pytest.raises(ValueError, match="path"):
        await blobs.put(key, b"overwritten", "text/plain")

    assert (folder.parent / "outside").read_bytes() == b"secret"


async def test_a_storage_that_takes_nothing_is_an_outage(blobs: Blobs, folder: Path) -> None:
    (folder / "labels").write_bytes(b"a file where a folder should be")

    with pytest.raises(Outage, match="blob storage"):
        await blobs.put("labels/one.pdf", CONTENT, "application/pdf")


async def test_a_storage_that_hangs_is_an_outage(
    blobs: Blobs, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def hang(*_: object) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr("chassis.blobs._WITHIN_S", 0.05)
    monkeypatch.setattr("chassis.blobs.obstore.get_async", hang)
    monkeypatch.setattr("chassis.blobs.obstore.put_async", hang)

    with pytest.raises(Outage):
        await blobs.get(stored)
    with pytest.raises(Outage):
        await blobs.put("labels/two.pdf", CONTENT, "application/pdf")


async def test_readers_beside_a_writer_never_see_half_a_file(blobs: Blobs) -> None:
    first = await blobs.put("labels/one.pdf", b"1" * 200_000, "application/pdf")

    async def write() -> None:
        for _ in range(20):
            await blobs.put("labels/one.pdf", b"1" * 200_000, "application/pdf")

    async def read() -> None:
        for _ in range(20):
            assert await blobs.get(first) == b"1" * 200_000

    await asyncio.gather(write(), read(), read())
