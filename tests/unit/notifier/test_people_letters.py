"""Mails to a merchant's own people: both parts say the same, and lead to one place."""

import pytest
from contracts.people import Confided
from notifier.messages import PersonNews

from tests.unit.notifier.news import (
    LINK,
    NOA,
    STORE,
    a_changed_password,
    a_letter_to_person,
    a_reset,
    an_invitation,
)
from tests.unit.notifier.reading import plain, read, tells_in_order

FOOT = {
    "fr": ["Atelier Boréal inc., 1250, rue Exemple, Montréal", "retours@atelier-boreal.example",
           "Vous recevez ce message parce que", "Read in English"],
    "en": ["Atelier Boréal inc., 1250, rue Exemple, Montréal", "retours@atelier-boreal.example",
           "You are receiving this message because", "Lire en français"],
}  # fmt: skip
NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("news", "subject", "facts"),
    [
        (
            an_invitation(),
            "Atelier Boréal vous invite dans son centre de retours",
            ["Renvoi", "Rejoignez Atelier Boréal", "demi@atelier-boreal.example vous invite",
             "Vous y déciderez des demandes de retour.", LINK,
             "jusqu’au 30 novembre 2026, 12 h 00", "Ne faites rien."],
        ),
        (
            an_invitation(language="en", role="owner"),
            "Atelier Boréal invites you to its return centre",
            ["Renvoi", "Join Atelier Boréal", "demi@atelier-boreal.example invites you",
             "change all settings", LINK, "until November 30, 2026", "nothing to do"],
        ),
        (
            a_reset(),
            "Un nouveau mot de passe pour Renvoi",
            ["Renvoi", "Choisissez un nouveau mot de passe", "entrer dans Renvoi (Atelier Boréal)",
             LINK, "dans l’heure qui suit votre demande", "votre mot de passe reste le même"],
        ),
        (
            a_changed_password(language="en"),
            "Your password was changed",
            ["Renvoi", "Your password was changed",
             "(Atelier Boréal) was changed on November 23, 2026", "have been ended",
             "It wasn’t you?", LINK],
        ),
    ],
)  # fmt: skip
def test_both_parts_tell_the_same_facts_in_the_same_order(
    news: PersonNews, subject: str, facts: list[str]
) -> None:
    letter = a_letter_to_person(news)
    said = "".join(read(letter).said)

    assert letter.subject == subject
    foot = FOOT[news.confidential.language]
    assert tells_in_order(_unbound(letter.text), [*facts, *foot])
    assert tells_in_order(_unbound(said), [*facts, *foot])


def _unbound(text: str) -> str:
    return plain(text).replace(NBSP, " ")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("make", [an_invitation, a_reset, a_changed_password])
def test_a_mail_leads_to_its_page_in_either_language_and_nowhere_else(
    make: object, language: str
) -> None:
    assert callable(make)
    letter = a_letter_to_person(make(language=language))
    page = read(letter)

    assert page.images == []
    assert {link.partition("?")[0] for link in page.links} == {
        LINK,
        "mailto:retours@atelier-boreal.example",
    }
    other = "en" if language == "fr" else "fr"
    assert f"{LINK}?lang={other}" in letter.text.splitlines()
    assert len(letter.html.encode()) < 7_000


def test_who_invites_is_named_only_if_it_was_a_person() -> None:
    letter = a_letter_to_person(an_invitation(), Confided(email=NOA.email, url=LINK))

    assert "Atelier Boréal vous invite dans Renvoi, où se traitent ses retours." in letter.text
    assert "None" not in letter.text + letter.html


def test_a_store_name_means_no_markup() -> None:
    odd = STORE.model_copy(update={"store_name": "<b>x</b>"})

    assert "<b>" not in a_letter_to_person(an_invitation(store=odd)).html
