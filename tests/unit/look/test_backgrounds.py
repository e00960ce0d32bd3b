"""The committed pictures are of the right size, light enough for a phone, and tinted truly."""

import io

import numpy as np
import pytest
from look.files import contents
from look.theme import BACKGROUNDS
from PIL import Image

SIZES = {"wide": (1920, 1200), "tall": (1080, 1920)}


def opened(name: str, crop: str) -> Image.Image:
    return Image.open(io.BytesIO(contents()[f"backgrounds/{name}-{crop}.webp"]))


def test_there_are_eight_of_them_in_two_crops_and_no_others() -> None:
    there = {name for name in contents() if name.startswith("backgrounds/")}

    assert len(BACKGROUNDS) == 8
    assert there == {f"backgrounds/{name}-{crop}.webp" for name in BACKGROUNDS for crop in SIZES}


@pytest.mark.parametrize("crop", SIZES)
@pytest.mark.parametrize("name", BACKGROUNDS)
def test_a_background_has_its_size_and_no_more_weight_than_a_phone_bears(
    name: str, crop: str
) -> None:
    assert opened(name, crop).size == SIZES[crop]
    assert 7_000 < len(contents()[f"backgrounds/{name}-{crop}.webp"]) <= 58_000


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_a_tint_is_the_average_of_its_picture(name: str) -> None:
    light = np.asarray(opened(name, "wide").convert("RGB"), dtype=float).mean(axis=(0, 1))

    assert BACKGROUNDS[name] == "#" + "".join(f"{round(part):02x}" for part in light)


@pytest.mark.parametrize("name", BACKGROUNDS)
def test_a_white_slip_and_a_dark_footer_both_stand_out(name: str) -> None:
    """Colours keep to the middle of the range, and the footer is a band of its own."""
    assert max(bytes.fromhex(BACKGROUNDS[name][1:])) < 235
