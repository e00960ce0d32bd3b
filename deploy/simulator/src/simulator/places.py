"""Provinces, and the clock on the carrier's wall."""

from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/Toronto")

PROVINCES = frozenset(
    {"AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"}
)
NORTH = frozenset({"NT", "NU", "YT"})

_BY_FIRST_LETTER = {
    "A": "NL", "B": "NS", "C": "PE", "E": "NB", "G": "QC", "H": "QC", "J": "QC",
    "K": "ON", "L": "ON", "M": "ON", "N": "ON", "P": "ON", "R": "MB", "S": "SK",
    "T": "AB", "V": "BC", "Y": "YT",
}  # fmt: skip
_NUNAVUT = ("X0A", "X0B", "X0C")


def province_of(postal_code: str) -> str | None:
    """Tell the province of a postal code (upper case, no space), or None where none can be."""
    if postal_code.startswith("X"):
        return "NU" if postal_code.startswith(_NUNAVUT) else "NT"
    return _BY_FIRST_LETTER.get(postal_code[:1])
