import pytest
from simulator.code128 import bar_widths


def test_a_pair_of_digits_is_one_symbol_of_eleven_modules() -> None:
    widths = bar_widths("0000000000000017")

    assert sum(widths) == 11 * (1 + 8 + 1) + 13
    assert widths[:6] == [2, 1, 1, 2, 3, 2]  # start C
    assert widths[-7:] == [2, 3, 3, 1, 1, 1, 2]  # stop


@pytest.mark.parametrize("text", ["123", "12a4", "٢٣"])
def test_what_is_not_pairs_of_digits_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="even number of digits"):
        bar_widths(text)
