"""Tracking numbers that pass every check and can belong to no real parcel."""

BLOCK = "0000000"
LAST_SERIAL = 99_999_999


def pin_of(serial: int) -> str:
    """Make a sixteen-digit PIN: seven zeros (no customer has that number), serial, check digit."""
    if not 0 < serial <= LAST_SERIAL:
        message = f"serial {serial} does not fit eight digits"
        raise ValueError(message)
    body = f"{BLOCK}{serial:08d}"
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """Weigh the digits 3, 1, 3, 1, … from the right and complete the sum to a ten (as GS1 does)."""
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(body)))
    return str(-total % 10)


def in_fours(pin: str) -> str:
    """Group a PIN the way paper shows it."""
    return " ".join(pin[start : start + 4] for start in range(0, len(pin), 4))
