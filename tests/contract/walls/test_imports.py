"""Walls that a linter of imports cannot see."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SERVICES = ("portal-api", "merchant-api", "labeler", "notifier")
# Words of the business. `merchant` and `return` would be found in any Python text; these would not.
NOUNS = re.compile(
    r"\b(parcel|label(?!s?=)|carrier|shipment|customer|merchant|refund|canada.?post|postage"
    r"|tracking.number|return.request|decline[ds]?)\b",
    re.IGNORECASE,
)


def test_no_word_of_the_business_is_in_chassis() -> None:
    found = {
        f"{file.name}: {match.group()}"
        for file in (ROOT / "shared/chassis/src").rglob("*.py")
        for match in NOUNS.finditer(file.read_text("utf-8"))
    }

    assert found == set()


def test_contracts_import_pydantic_and_nothing_else() -> None:
    allowed = {"pydantic", "contracts"} | _standard_library()
    found = {
        name for file in (ROOT / "shared/contracts/src").rglob("*.py") for name in _imports(file)
    }

    assert found <= allowed


def test_contracts_depend_on_pydantic_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "shared/contracts/pyproject.toml").read_text())

    assert project["project"]["dependencies"] == ["pydantic"]


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_depends_on_no_other(service: str) -> None:
    project = tomllib.loads((ROOT / f"services/{service}/pyproject.toml").read_text())
    names = {re.split(r"[\[<>=]", name)[0] for name in project["project"]["dependencies"]}

    assert not names & (set(SERVICES) | {"local-stack", "simulator", "bootstrap"})


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_begins_with_the_plumbing_tables_unchanged(service: str) -> None:
    package = service.replace("-", "_")
    plumbing = (ROOT / "shared/chassis/src/chassis/plumbing.sql").read_text("utf-8")
    first = ROOT / f"services/{service}/src/{package}/migrations/0001_plumbing.sql"

    assert first.read_text("utf-8") == plumbing


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            found.add((node.module or "").partition(".")[0])
    return found


def _standard_library() -> set[str]:
    return set(sys.stdlib_module_names)
