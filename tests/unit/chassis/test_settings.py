"""Settings come from the environment, or from files of secrets; never half."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from chassis.settings import ProcessSettings
from pydantic import ValidationError

GIVEN = {
    "DATABASE_URL": "postgresql://role:a-password@db:5432/renvoi",
    "KAFKA_BOOTSTRAP_SERVERS": "kafka:9092",
}
# A process reads SECRETS_DIR once, so each of these is a process.
SCRIPT = """
from chassis.roles import main
from chassis.settings import ProcessSettings
class Settings(ProcessSettings):
    a_key: str = "none"
def show():
    settings = Settings()
    print(settings.database_url, settings.a_key)
    raise SystemExit(0)
main({"show": show})
"""


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "PORT", "HOST", "LOG_FORMAT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in GIVEN.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def _show(environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S603
        [sys.executable, "-c", SCRIPT, "show"],
        env=dict(environment),
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def test_the_environment_is_read(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PORT", "9000")

    settings = ProcessSettings()

    assert settings.port == 9000
    assert settings.database_url == GIVEN["DATABASE_URL"]


def test_an_empty_value_is_one_that_was_not_given(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("PORT", "")
    environment.setenv("DATABASE_URL", "")

    with pytest.raises(ValidationError) as wrong:
        ProcessSettings()

    assert [(found["loc"], found["type"]) for found in wrong.value.errors()] == [
        (("database_url",), "missing")
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "http"),
        ("LOG_FORMAT", "xml"),
        ("STOP_WITHIN_S", "0"),
        ("KAFKA_BOOTSTRAP_SERVERS", "kafka"),
        ("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092,"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_at_the_start(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(name, value)

    with pytest.raises(ValidationError):
        ProcessSettings()


@pytest.mark.parametrize("servers", ["a:1", "a:1,b:2", "[::1]:9092"])
def test_servers_are_one_or_several_addresses(
    environment: pytest.MonkeyPatch, servers: str
) -> None:
    environment.setenv("KAFKA_BOOTSTRAP_SERVERS", servers)

    assert ProcessSettings().kafka_bootstrap_servers == servers


def test_settings_do_not_change_and_do_not_show_the_password(
    environment: pytest.MonkeyPatch,
) -> None:
    _ = environment
    settings = ProcessSettings()

    with pytest.raises(ValidationError):
        settings.port = 1  # type: ignore[misc]
    assert "a-password" not in repr(settings) + str(settings)


def test_a_secret_may_be_a_file_and_the_environment_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    (first / "database_url").write_text("postgresql://from-a-file\n")
    (second / "a_key").write_text("from-a-file")
    secrets = {**GIVEN, "SECRETS_DIR": f"{first}:{second}"}
    del secrets["DATABASE_URL"]

    from_files = _show(secrets)
    overruled = _show({**secrets, "A_KEY": "from-the-environment"})

    assert from_files.stdout.split() == ["postgresql://from-a-file", "from-a-file"]
    assert overruled.stdout.split() == ["postgresql://from-a-file", "from-the-environment"]


def test_what_is_missing_is_told_by_name_without_a_traceback() -> None:
    told = _show({"PORT": "a-secret-by-mistake"})

    assert told.returncode == 1
    assert "DATABASE_URL: Field required" in told.stderr
    assert "PORT:" in told.stderr
    assert "Traceback" not in told.stderr
    assert "a-secret-by-mistake" not in told.stderr
