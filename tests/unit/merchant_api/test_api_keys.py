import re

import pytest
from merchant_api.keys.api_key import draw_key, proves, read_key


def test_a_key_is_recognisable_and_never_the_same() -> None:
    keys = {draw_key().text for _ in range(50)}

    assert len(keys) == 50
    assert all(re.fullmatch(r"rp_live_\w{12}_\w{43}_\w{6}", key) for key in keys)


def test_a_key_that_was_drawn_is_read_and_proves_itself() -> None:
    drawn = draw_key()

    read = read_key(drawn.text)

    assert read == drawn
    assert proves(drawn, drawn.digest)


def test_another_key_proves_nothing() -> None:
    assert not proves(draw_key(), draw_key().digest)


@pytest.mark.parametrize("at", range(8, 70, 5))
def test_one_wrong_character_is_seen_without_asking(at: int) -> None:
    text = draw_key().text
    wrong = "a" if text[at] != "a" else "b"

    assert read_key(text[:at] + wrong + text[at + 1 :]) is None


@pytest.mark.parametrize("text", ["", "rp_live", "rp_live___", "Bearer x", "é" * 70, "_" * 70])
def test_nonsense_is_no_key(text: str) -> None:
    assert read_key(text) is None
