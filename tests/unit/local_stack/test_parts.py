from pathlib import Path

import pytest
from local_stack.keys import Keys, require_keys
from local_stack.parts import PARTS, PASSWORDS, Part, levels, part_named, with_needs
from local_stack.ports import Ports
from local_stack.surroundings import common_variables, environment_of, given_by

NAMES = {part.name for part in PARTS}
SECRETS = {"ADMIN_DATABASE_URL", "NOTIFIER_PRIVATE_KEY", "LABELER_PRIVATE_KEY", *PASSWORDS}


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return require_keys(tmp_path / "keys.json")


def environment(part: Part, root: Path, keys: Keys, **given: str) -> dict[str, str]:
    return environment_of(part, common_variables(root, Ports(), keys, given), Ports(), keys)


def test_whoever_waits_stands_below_what_is_waited_for() -> None:
    for place, part in enumerate(PARTS):
        assert set(part.needs) <= {above.name for above in PARTS[:place]}


def test_each_port_belongs_to_one_part() -> None:
    ports = [part.port for part in PARTS if part.port]

    assert len(ports) == len(set(ports))
    assert set(ports) == set(Ports.names()) - {"smtp", "kafka_controller"}


def test_what_is_wanted_brings_what_it_needs() -> None:
    assert with_needs({"portal-serve"}) == {"portal-serve", "portal-migrate", "roles", "postgres"}


def test_services_stop_before_what_they_stand_on() -> None:
    groups = [{part.name for part in group} for group in levels(NAMES)]

    assert groups[0] == {"postgres", "kafka", "simulator", "inbox"}
    assert "labeler" in groups[-1]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_every_part_gets_a_value_for_all_it_is_told(part: Part, tmp_path: Path, keys: Keys) -> None:
    told = environment(part, tmp_path, keys)

    missing = set(part.told) - set(told) - ({"PORT"} if part.port is None else set())
    assert missing == set()


def test_a_secret_goes_to_one_part_only(tmp_path: Path, keys: Keys) -> None:
    knows = {
        secret: [part.name for part in PARTS if secret in environment(part, tmp_path, keys)]
        for secret in SECRETS
    }

    assert {name for name, parts in knows.items() if parts == ["roles"]} == {
        "ADMIN_DATABASE_URL",
        *PASSWORDS,
    }
    assert knows["NOTIFIER_PRIVATE_KEY"] == ["notifier-migrate", "notifier"]
    assert knows["LABELER_PRIVATE_KEY"] == ["labeler-migrate", "labeler"]


def test_each_service_signs_in_as_itself(tmp_path: Path, keys: Keys) -> None:
    url = environment(part_named("labeler"), tmp_path, keys)["DATABASE_URL"]

    assert url == f"postgresql://labeler:{keys.labeler_db_password}@127.0.0.1:15432/renvoi"


def test_a_given_database_is_used_under_the_services_own_names(tmp_path: Path, keys: Keys) -> None:
    given = "postgresql://boss:secret@db.example:5432/shop?sslmode=require"

    url = environment(part_named("portal-work"), tmp_path, keys, DATABASE_URL=given)["DATABASE_URL"]

    role = f"portal:{keys.portal_db_password}"
    assert url == f"postgresql://{role}@db.example:5432/shop?sslmode=require"


def test_what_the_person_has_set_for_other_programs_does_not_leak_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keys: Keys
) -> None:
    monkeypatch.setenv("ADMIN_DATABASE_URL", "postgresql://elsewhere")
    monkeypatch.setenv("PORT", "1")
    monkeypatch.setenv("TRACKING_INTERVAL_S", "2")

    told = environment(part_named("labeler"), tmp_path, keys)

    assert "ADMIN_DATABASE_URL" not in told
    assert told["PORT"] == "8083"
    assert told["TRACKING_INTERVAL_S"] == "2"


def test_only_what_replaces_a_part_is_taken_from_the_environment() -> None:
    environ = {"DATABASE_URL": "a", "SMTP_URL": "", "BLOB_URL": "s3://b", "HOME": "/root"}

    assert given_by(environ) == {"DATABASE_URL": "a", "BLOB_URL": "s3://b"}
