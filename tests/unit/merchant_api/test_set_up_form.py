"""What moving in asks: addresses of portals made of names, and answers read with good will."""

import pytest
from merchant_api.enrolment.set_up_form import (
    SetUpForm,
    faults_of_set_up,
    propose_slug,
    set_up_of,
)

GOOD = SetUpForm(
    store_name="  Atelier   Boréal ",
    line_1="100, rue de l’Exemple",
    city="Montréal",
    province="QC",
    postal_code="h2x-1y4",
    email=" Demi@Example.com",
    password="une petite phrase à moi",
    language="en",
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Atelier Boréal", "atelier-boreal"),
        ("L’Œuvre & Fils inc.", "l-oeuvre-et-fils-inc"),
        ("  --Été 2026--  ", "ete-2026"),
        ("Łódź ß", "lodz-ss"),
        ("ᐃᓄᒃᑎᑐᑦ", ""),
        ("a" * 59 + " bcd", "a" * 59),
    ],
)
def test_a_name_gives_the_end_of_an_address(name: str, slug: str) -> None:
    assert propose_slug(name) == slug


def test_what_is_left_open_follows_from_the_rest() -> None:
    told = set_up_of(GOOD)

    assert faults_of_set_up(GOOD) == {}
    assert (told.email, told.language) == ("demi@example.com", "en")
    settings = told.settings
    assert (settings.slug, settings.store_name) == ("atelier-boreal", "Atelier Boréal")
    assert settings.legal_name == "Atelier Boréal"
    assert settings.contact_email == settings.privacy_email == "demi@example.com"
    assert settings.postal_address.postal_code == "H2X1Y4"
    assert settings.saved == ()


def test_what_is_told_is_kept() -> None:
    form = GOOD.model_copy(
        update={
            "legal_name": "9999-0000 Québec inc.",
            "slug": "Boreal",
            "contact_email": "bonjour@example.com",
        }
    )

    settings = set_up_of(form).settings

    assert (settings.legal_name, settings.slug) == ("9999-0000 Québec inc.", "boreal")
    assert settings.contact_email == settings.privacy_email == "bonjour@example.com"


@pytest.mark.parametrize(
    ("changed", "field", "word"),
    [
        ({"store_name": " "}, "store_name", "setup-store-name-missing"),
        ({"store_name": "a" * 81}, "store_name", "setup-store-name-long"),
        ({"legal_name": "a" * 121}, "legal_name", "setup-legal-name-long"),
        ({"slug": "été"}, "slug", "setup-slug-malformed"),
        ({"slug": "-a"}, "slug", "setup-slug-malformed"),
        ({"slug": "api"}, "slug", "setup-slug-reserved"),
        ({"store_name": "ᐃᓄᒃ"}, "slug", "setup-slug-malformed"),
        ({"city": ""}, "city", "address-city-missing"),
        ({"email": "demi"}, "email", "email-malformed"),
        ({"contact_email": "a@b@c"}, "contact_email", "email-malformed"),
        ({"password": "court"}, "password", "new-password-short"),
        ({"password": "demi@example.com"}, "password", "new-password-weak"),
    ],
)
def test_an_answer_that_will_not_do_is_told_at_its_field(
    changed: dict[str, str], field: str, word: str
) -> None:
    faults = faults_of_set_up(GOOD.model_copy(update=changed))

    assert {name: fault.word for name, fault in faults.items()} == {field: word}


def test_faults_stand_in_the_order_of_the_page() -> None:
    page = ["store_name", "line_1", "city", "province", "postal_code", "email", "password"]

    assert list(faults_of_set_up(SetUpForm())) == page
