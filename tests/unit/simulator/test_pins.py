import pytest
from hypothesis import given
from hypothesis import strategies as st
from simulator.pins import LAST_SERIAL, check_digit, in_fours, pin_of


@pytest.mark.parametrize("pin", ["0073938000549297", "7023210039414604", "1371134583769923"])
def test_the_check_digit_is_that_of_published_samples(pin: str) -> None:
    assert check_digit(pin[:-1]) == pin[-1]


def test_a_pin_is_sixteen_digits_of_a_customer_that_cannot_be() -> None:
    assert pin_of(12) == "0000000000000123"
    assert in_fours(pin_of(12)) == "0000 0000 0000 0123"


@given(st.integers(min_value=1, max_value=LAST_SERIAL))
def test_every_serial_makes_a_valid_pin_of_its_own(serial: int) -> None:
    pin = pin_of(serial)

    assert len(pin) == 16
    assert check_digit(pin[:-1]) == pin[-1]
    assert int(pin[7:-1]) == serial


@pytest.mark.parametrize("serial", [0, LAST_SERIAL + 1])
def test_a_serial_out_of_range_is_refused(serial: int) -> None:
    with pytest.raises(ValueError, match="eight digits"):
        pin_of(serial)
