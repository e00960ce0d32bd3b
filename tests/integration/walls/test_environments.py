"""A service installs and starts without the code of any other."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SERVICES = {
    "portal-api": "portal_api",
    "merchant-api": "merchant_api",
    "labeler": "labeler",
    "notifier": "notifier",
}
PROBE = """
import importlib, importlib.util, sys
own, *others = sys.argv[1:]
importlib.import_module(f"{own}.app")
print([name for name in others if importlib.util.find_spec(name)])
"""


@pytest.mark.parametrize("service", SERVICES)
def test_an_environment_holds_one_service(service: str, tmp_path: Path) -> None:
    uv = shutil.which("uv") or ROOT / ".uv/bin/uv"
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(tmp_path / "env")}
    environment.pop("VIRTUAL_ENV", None)
    command = [uv, "sync", "--quiet", "--frozen", "--no-dev", "--no-editable", "--package", service]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=300)  # noqa: S603
    own = SERVICES[service]
    others = {*SERVICES.values(), "local_stack", "simulator", "bootstrap"} - {own}

    probe = subprocess.run(  # noqa: S603
        [tmp_path / "env/bin/python", "-c", PROBE, own, *sorted(others)],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert probe.stdout == "[]\n"
