"""Names of API keys: what the merchant calls the program that holds one."""

from typing import Final

MOST_CHARACTERS: Final = 60


def tidy_name(typed: str) -> str:
    """Return `typed` with single spaces and without what cannot be seen; perhaps empty."""
    seen = "".join(sign if sign.isprintable() else " " for sign in typed)
    return " ".join(seen.split())
