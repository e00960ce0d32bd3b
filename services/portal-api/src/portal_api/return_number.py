"""The return authorization number: drawn by chance, read out on the telephone."""

import secrets
from typing import Final

ALPHABET: Final = "23456789CDFGHJKMNPQRTVWX"
"""No sign that is taken for another (0 O, 1 I L, 2 Z, 5 S, 8 B), no vowel: no words by accident."""


def draw_number() -> str:
    """Draw one of 191 million numbers such as `RV-2K84-6T`. It may be taken: then draw again."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"RV-{signs[:4]}-{signs[4:]}"
