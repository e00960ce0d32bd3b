import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CACHE, PACKAGES
from tests.integration.local_stack.processes import children_of, eventually, is_running

STAND_IN = Path(__file__).with_name("stand_in.py")
UP_WITHIN_S = 120


@dataclass
class Demo:
    """A whole system whose four services are stand-ins, run as `make demo` runs it."""

    process: "subprocess.Popen[bytes]"
    output: Path
    folder: Path
    environment: dict[str, str]

    def said(self, words: str) -> bool:
        return words in self.output.read_text()

    def parts(self) -> dict[int, str]:
        """Return number and command of each part that runs."""
        return children_of(self.process.pid)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    tmp_path = tmp_path_factory.mktemp("demo")
    folder, output = tmp_path / "renvoi", tmp_path / "output"
    folder.mkdir()
    CACHE.mkdir(parents=True, exist_ok=True)
    (folder / "cache").symlink_to(CACHE)
    for package in PACKAGES.values():
        stand_in = tmp_path / "stand-ins" / package
        stand_in.mkdir(parents=True)
        (stand_in / "__init__.py").touch()
        shutil.copy(STAND_IN, stand_in / "__main__.py")
    environment = os.environ | {
        "RENVOI_DIR": str(folder),
        "PYTHONPATH": str(tmp_path / "stand-ins"),
    }
    with output.open("wb") as terminal:
        process = subprocess.Popen(
            [sys.executable, "-m", "local_stack", "up", "--ports", "free"],
            env=environment,
            stdout=terminal,
            stderr=terminal,
        )
    demo = Demo(process, output, folder, environment)
    try:
        eventually(
            lambda: demo.said("Ctrl-C stops") or process.poll() is not None, within_s=UP_WITHIN_S
        )
        assert process.poll() is None, output.read_text()
        yield demo
    finally:
        process.kill()
        process.wait()


def test_it_shows_the_way(demo: Demo) -> None:
    shown = demo.output.read_text()
    assert re.search(r"Portal\s+http://127\.0\.0\.1:\d+/atelier-boreal/", shown)
    assert "renvoi-demo" in shown
    assert len(re.findall(r"\d{4} \d{4} \d{4} \d{4}   [A-Z]\d[A-Z] \d[A-Z]\d", shown)) == 3
    assert '"api_key": "rp_test"' in (demo.folder / "demo.json").read_text()


def test_who_falls_is_raised_and_said_so(demo: Demo) -> None:
    victim = next(pid for pid, words in demo.parts().items() if "portal_api serve" in words)

    os.kill(victim, signal.SIGKILL)

    eventually(lambda: demo.said("portal-serve │ exit -9, starting again"), within_s=30)
    eventually(lambda: demo.said("portal-serve │ portal_api serve is up"), within_s=30)


def test_a_second_start_and_a_reset_are_kindly_refused(demo: Demo) -> None:
    for verb in ("up", "reset"):
        refused = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "local_stack", verb],
            env=demo.environment,
            capture_output=True,
            text=True,
            check=False,
        )

        assert refused.returncode == 1
        assert refused.stderr.startswith("Renvoi already runs from")
        assert "Traceback" not in refused.stderr


def test_asked_to_stop_it_leaves_nothing_behind(demo: Demo) -> None:
    eventually(lambda: len(demo.parts()) == 10, within_s=30)
    parts = demo.parts()

    demo.process.send_signal(signal.SIGTERM)

    assert demo.process.wait(60) == 0
    assert not any(is_running(pid) for pid in parts)
