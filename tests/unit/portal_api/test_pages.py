import pytest
from chassis.words import catalogue
from portal_api.pages.rendering import paragraphs, place, spaced_number
from portal_api.settings import Settings


def test_numbers_are_grouped_as_on_the_carriers_paper() -> None:
    assert spaced_number("7023210194837261") == "7023 2101 9483 7261"
    assert spaced_number("LX123456789CA") == "LX 123 456 789 CA"


@pytest.mark.parametrize(
    ("written", "french", "english"),
    [
        ("MONTREAL QC", "Montreal\N{NO-BREAK SPACE}(Qc)", "Montreal, QC"),
        ("ST. JOHN'S, NL", "St. John's\N{NO-BREAK SPACE}(T.-N.-L.)", "St. John's, NL"),
        ("TROIS-RIVIERES QC", "Trois-Rivieres\N{NO-BREAK SPACE}(Qc)", "Trois-Rivieres, QC"),
        ("Centre de tri", "Centre de tri", "Centre de tri"),
        ("TOKYO", "TOKYO", "TOKYO"),
    ],
)
def test_a_carriers_place_is_written_as_people_do(written: str, french: str, english: str) -> None:
    words = catalogue("portal_api")

    assert (place(written, words["fr"]), place(written, words["en"])) == (french, english)


def test_paragraphs_are_what_stands_between_line_ends() -> None:
    assert paragraphs(" Une.\r\n\r\nDeux.\n") == ["Une.", "Deux."]


def test_settings_read_networks_and_drop_a_last_slash() -> None:
    settings = Settings.model_validate(
        {
            "database_url": "postgresql://unused",
            "kafka_bootstrap_servers": "127.0.0.1:9",
            "blob_url": "file:///tmp",
            "notifier_public_key": "x",
            "public_url": "https://retours.example.com/",
            "trusted_proxies": "10.0.0.0/8, 192.0.2.1",
        }
    )

    assert [str(network) for network in settings.trusted_proxies] == ["10.0.0.0/8", "192.0.2.1/32"]
    assert settings.public_url == "https://retours.example.com"
