"""Anybody closes a box; one key opens it; nobody opens it changed."""

from base64 import b64decode, b64encode

import pytest
from chassis.seal import SealBroken, seal, unseal
from nacl.public import PrivateKey

KEY = PrivateKey.generate()
PUBLIC = b64encode(bytes(KEY.public_key)).decode()
PRIVATE = b64encode(bytes(KEY)).decode()


def test_what_was_sealed_opens_for_its_key() -> None:
    assert unseal(seal("Montréal".encode(), PUBLIC), PRIVATE).decode() == "Montréal"


def test_the_same_content_looks_different_each_time() -> None:
    assert seal(b"content", PUBLIC) != seal(b"content", PUBLIC)


def test_another_key_opens_nothing() -> None:
    other = b64encode(bytes(PrivateKey.generate())).decode()

    with pytest.raises(SealBroken):
        unseal(seal(b"content", PUBLIC), other)


@pytest.mark.parametrize("sealed", ["", "AAAA", "not base64!", "é"])
def test_what_is_no_box_does_not_open(sealed: str) -> None:
    with pytest.raises(SealBroken):
        unseal(sealed, PRIVATE)


@pytest.mark.parametrize("place", [0, 31, 32, 47, 48, -1])
def test_a_box_with_one_bit_turned_does_not_open(place: int) -> None:
    box = bytearray(b64decode(seal(b"content", PUBLIC)))
    box[place] ^= 1

    with pytest.raises(SealBroken):
        unseal(b64encode(box).decode(), PRIVATE)


def test_a_broken_seal_says_nothing_of_key_or_content() -> None:
    with pytest.raises(SealBroken) as broken:
        unseal(seal(b"content", PUBLIC)[:-8] + "AAAAAAA=", PRIVATE)

    assert str(broken.value) == "the box does not open with this key"
