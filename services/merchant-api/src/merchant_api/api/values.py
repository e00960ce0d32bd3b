"""Values of requests that are read as strictly as they are described."""

import re
from datetime import date
from typing import Annotated, Final

from pydantic import BeforeValidator

_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _iso_day(told: object) -> object:
    """Refuse what pydantic would read as seconds since 1970."""
    if isinstance(told, str) and not _ISO_DAY.fullmatch(told):
        cause = "is no day as in 2026-11-20"
        raise ValueError(cause)
    return told


IsoDay = Annotated[date, BeforeValidator(_iso_day)]
"""A day, written `2026-11-20`."""
