"""Both APIs, on the running system, do what their descriptions say, whatever they are sent."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system import System, running

HERE = Path(__file__).parent
SECONDS = {"portal": 20, "console": 60}


@pytest.fixture(scope="module")
def victim(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Run a system of its own: whatever settings it has now, it will have others."""
    with running(tmp_path_factory.mktemp("victim")) as system:
        yield system


@pytest.mark.parametrize("side", SECONDS)
def test_schemathesis_finds_nothing(victim: System, tmp_path: Path, side: str) -> None:
    requested = victim.request(victim.ship())
    victim.until(lambda: victim.dossier(requested))
    url = {"portal": victim.portal, "console": victim.console}[side]
    key = [] if side == "portal" else ["-H", f"Authorization: Bearer {victim.api_key}"]

    run = subprocess.run(  # noqa: S603  our own words
        [
            *(sys.executable, "-m", "schemathesis.cli"),
            *("--config-file", str(HERE / "schemathesis.toml")),
            *("run", f"{url}/api/openapi.json", "--checks", "all", "--max-examples", "4"),
            *("--seed", "7", "--max-time", str(SECONDS[side]), "--continue-on-failure"),
            *("--no-color", "--warnings", "off", "--generation-database", "none", *key),
        ],
        cwd=tmp_path,
        env={"SCHEMATHESIS_HOOKS": "fuzzing", "PYTHONPATH": str(HERE), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
