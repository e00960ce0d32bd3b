"""What a scanner types is understood, in any way of writing, and nothing else is."""

import pytest
from merchant_api.receiving.scan import Scan, read_scan


@pytest.mark.parametrize(
    ("typed", "scan"),
    [
        ("7023210194837261", Scan(parcel="7023210194837261")),
        (" 7023 2101 9483 7261 ", Scan(parcel="7023210194837261")),
        ("123456789012", Scan(parcel="123456789012")),
        ("lx 123 456 789 ca", Scan(parcel="LX123456789CA")),
        ("RV-2K84-6T", Scan(number="RV-2K84-6T")),
        ("rv2k846t", Scan(number="RV-2K84-6T")),
        ("1ABC234702321019483726155555", Scan(parcel="7023210194837261")),
    ],
)
def test_a_code_of_ours_is_read(typed: str, scan: Scan) -> None:
    assert read_scan(typed) == scan


@pytest.mark.parametrize(
    "typed", ["", "  ", "1234567", "https://portal.example/r/abc", "é" * 16, "9" * 41, "1" * 5000]
)
def test_anything_else_is_not(typed: str) -> None:
    assert read_scan(typed) is None
