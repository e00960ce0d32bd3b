"""French and English are equals: what one catalogue says, the other says too."""

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

ROOT = Path(__file__).parents[3]
FOLDERS = sorted(
    folder
    for part in ("services", "deploy")
    for folder in (ROOT / part).rglob("words")
    if any(folder.rglob("*.ftl"))
)
IDS = [folder.parent.name for folder in FOLDERS]


class _Variables(visitor.Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def _text(folder: Path, language: str) -> str:
    """Read `fr.ftl`, or all of `fr/`, a file for each subject."""
    files = sorted((folder / language).glob("*.ftl")) or [folder / f"{language}.ftl"]
    return "\n".join(file.read_text("utf-8") for file in files)


def _messages(folder: Path, language: str) -> dict[str, set[str]]:
    """Return each text's name and the variables it wants."""
    resource = FluentParser().parse(_text(folder, language))
    found = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            variables = _Variables()
            variables.visit(entry)
            assert entry.id.name not in found, f"{entry.id.name} stands there twice"
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_both_languages_say_the_same_things(folder: Path) -> None:
    french, english = _messages(folder, "fr"), _messages(folder, "en")

    assert set(french) == set(english)
    assert list(french) == list(english), "the two are easier to compare in one order"


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_both_languages_are_told_the_same_values(folder: Path) -> None:
    french, english = _messages(folder, "fr"), _messages(folder, "en")

    assert {name: variables for name, variables in french.items() if variables} == {
        name: variables for name, variables in english.items() if variables
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_french_is_set_in_french_typography(folder: Path) -> None:
    """No straight apostrophes or quotes; no space before ; ! ? as in Canada."""
    text = _text(folder, "fr")
    prose = "\n".join(line for line in text.splitlines() if not line.startswith("#"))

    assert re.findall(r"\w'\w", prose) == []
    assert re.findall(r"\w[ \N{NO-BREAK SPACE}][;!?]", prose) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_every_text_is_used(folder: Path) -> None:
    """Names are written whole, or as a prefix to which the code adds a state: `state-{…}`."""
    package = folder.parent
    sources = "\n".join(
        file.read_text("utf-8")
        for file in package.rglob("*")
        if file.suffix in {".py", ".html", ".txt", ".jinja", ".j2"}
    )
    unused = {
        name
        for name in _messages(folder, "fr")
        if name not in sources and not _is_built(name, sources)
    }

    assert unused == set()


def _is_built(name: str, sources: str) -> bool:
    """Tell whether some prefix of the name, up to a hyphen, is completed in the sources."""
    parts = name.split("-")
    prefixes = ("-".join(parts[:count]) + "-" for count in range(1, len(parts)))
    return any(
        f'{prefix}"' in sources or f"{prefix}'" in sources or f"{prefix}{{" in sources
        for prefix in prefixes
    )
