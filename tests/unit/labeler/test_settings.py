"""What labeler refuses to start with, and what it keeps to itself."""

import os
from base64 import b64encode

import pytest
from labeler.settings import Settings
from pydantic import ValidationError

KEY = b64encode(bytes(range(32))).decode()
ENVIRONMENT = {
    "DATABASE_URL": "postgresql://labeler@localhost/renvoi",
    "KAFKA_BOOTSTRAP_SERVERS": "localhost:9092",
    "BLOB_URL": "file:///blobs",
    "CANADA_POST_URL": "http://localhost:8082",
    "LABELER_PRIVATE_KEY": KEY,
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in os.environ:
        monkeypatch.delenv(name)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_an_orderly_stop_outlasts_a_call(environment: pytest.MonkeyPatch) -> None:
    del environment
    settings = Settings()

    assert settings.stop_within_s > settings.canada_post_timeout_s
    assert settings.tracking_interval_s == 1800


@pytest.mark.parametrize("key", [KEY[:20], "not base64!", b64encode(bytes(31)).decode()])
def test_a_torn_key_is_refused_at_the_start_and_not_repeated(
    environment: pytest.MonkeyPatch, key: str
) -> None:
    environment.setenv("LABELER_PRIVATE_KEY", key)

    with pytest.raises(ValidationError, match="labeler_private_key") as refused:
        Settings()

    assert key not in str(refused.value)


def test_the_key_is_not_shown(environment: pytest.MonkeyPatch) -> None:
    del environment

    assert KEY not in repr(Settings())
