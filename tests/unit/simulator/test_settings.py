from pathlib import Path

import pytest
from simulator.accounts import Account, authenticate, same_number
from simulator.settings import DEMO_ACCOUNT, read_settings


def test_an_empty_environment_makes_the_demo() -> None:
    settings = read_settings({})

    assert (settings.host, settings.port) == ("127.0.0.1", 8082)
    assert settings.public_url == "http://127.0.0.1:8082"
    assert settings.accounts == (DEMO_ACCOUNT,)


def test_the_environment_decides() -> None:
    settings = read_settings(
        {
            "PORT": "18082",
            "PUBLIC_URL": "https://simulator.example/",
            "SIMULATOR_DIR": "/var/lib/simulator",
            "SIMULATOR_USERS": "a:b:0000043:9 small:c:44",
        }
    )

    assert settings.public_url == "https://simulator.example"
    assert settings.directory == Path("/var/lib/simulator")
    assert settings.accounts == (
        Account("a", "b", "0000043", "9"),
        Account("small", "c", "44", None),
    )


def test_an_account_without_a_customer_is_refused() -> None:
    with pytest.raises(ValueError, match="SIMULATOR_USERS"):
        read_settings({"SIMULATOR_USERS": "a:b"})


def test_a_password_is_not_shown() -> None:
    assert "specimen" not in repr(DEMO_ACCOUNT)


@pytest.mark.parametrize(
    "header", [None, "", "Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Bearer x", "Basic 4pyT/w=="]
)
def test_what_is_no_key_pair_proves_nobody(header: str | None) -> None:
    assert authenticate(header, [DEMO_ACCOUNT]) is None


def test_leading_zeros_of_a_number_mean_nothing() -> None:
    assert same_number("0000042", "42")
    assert not same_number("42", "420")
