"""Key pairs of the services: drawn once, and never so that a sealed box stays shut."""

from pathlib import Path

import pytest
from bootstrap.keys import OWNERS, prepare_keys
from chassis.seal import seal, unseal


def _seal(folder: Path, owner: str) -> str:
    return seal(b"for you alone", (folder / "public" / f"{owner}_public_key").read_text())


def _unseal(folder: Path, owner: str, sealed: str) -> bytes:
    return unseal(sealed, (folder / owner / f"{owner}_private_key").read_text())


@pytest.mark.parametrize("owner", OWNERS)
def test_what_is_sealed_to_an_owner_opens_there(tmp_path: Path, owner: str) -> None:
    prepare_keys(tmp_path)

    assert _unseal(tmp_path, owner, _seal(tmp_path, owner)) == b"for you alone"


@pytest.mark.parametrize("lost", [(), ("public",)], ids=["nothing lost", "public key lost"])
def test_what_was_sealed_before_still_opens(tmp_path: Path, lost: tuple[str, ...]) -> None:
    prepare_keys(tmp_path)
    sealed = {owner: _seal(tmp_path, owner) for owner in OWNERS}
    for folder in lost:
        for file in (tmp_path / folder).iterdir():
            file.unlink()

    prepare_keys(tmp_path)

    for owner in OWNERS:
        assert _unseal(tmp_path, owner, sealed[owner]) == b"for you alone"
        assert _unseal(tmp_path, owner, _seal(tmp_path, owner)) == b"for you alone"


def test_a_private_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    prepare_keys(tmp_path)

    modes = {(tmp_path / owner / f"{owner}_private_key").stat().st_mode & 0o777 for owner in OWNERS}

    assert modes == {0o400}
