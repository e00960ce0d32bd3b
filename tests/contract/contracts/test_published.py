"""What is committed of the contracts is what the code says."""

from pathlib import Path

import pytest
from contracts.publish import published

PUBLISHED = Path(__file__).parents[3] / "shared/contracts/published"


@pytest.mark.parametrize("name", sorted(published()))
def test_published_file_is_what_the_models_say(name: str) -> None:
    assert (PUBLISHED / name).read_text("utf-8") == published()[name]


def test_nothing_else_is_published() -> None:
    committed = {
        str(file.relative_to(PUBLISHED)) for file in PUBLISHED.rglob("*") if file.is_file()
    }

    assert committed == set(published())
