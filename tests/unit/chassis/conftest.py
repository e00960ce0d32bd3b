"""What is logged is kept, for whoever wants to look."""

from collections.abc import Iterator

import pytest
from structlog.testing import capture_logs
from structlog.typing import EventDict


@pytest.fixture(autouse=True)
def said() -> Iterator[list[EventDict]]:
    with capture_logs() as entries:
        yield entries
