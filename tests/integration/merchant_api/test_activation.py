"""Activation and the store itself, in the console; and what customers' side is told of them."""

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.console.sections import SUBJECTS

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop, announced

HERE = "/parametres/activation"
WORDS = {"paused_fr": "Fermé pour l’inventaire.", "paused_en": "Closed for stocktaking."}


@pytest.fixture
async def owner(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_a_live_centre_offers_good_words_for_a_pause(owner: httpx.AsyncClient) -> None:
    page = (await owner.get(HERE)).text

    assert "Le portail accepte des demandes de retour." in page
    assert "Nous n’acceptons pas de nouvelles demandes de retour" in page
    assert "We are not taking new return requests for now." in page
    assert "http://127.0.0.1:8080/atelier-boreal/" in page


async def test_a_pause_is_announced_with_what_customers_read(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    answer = await owner.post(f"{HERE}/pause", data=WORDS, follow_redirects=True)

    assert "Le portail est en pause." in answer.text
    *_, event = await announced(shop.pool, "centre-configured")
    assert event["is_open"] is False
    assert event["paused"] == {"fr": WORDS["paused_fr"], "en": WORDS["paused_en"]}


async def test_a_pause_needs_both_languages_and_keeps_what_was_typed(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    answer = await owner.post(f"{HERE}/pause", data=WORDS | {"paused_en": " "})

    assert answer.status_code == 422
    assert "Écrivez ce que vos clients lisent en anglais" in answer.text
    assert WORDS["paused_fr"] in answer.text
    assert (await shop.settings()).is_paused is False


async def test_the_words_of_a_pause_can_be_mended_and_the_pause_ended(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post(f"{HERE}/pause", data=WORDS)

    mended = await owner.post(
        f"{HERE}/pause", data=WORDS | {"paused_fr": "De retour lundi."}, follow_redirects=True
    )
    ended = await owner.post(f"{HERE}/reprise", follow_redirects=True)

    assert "Ces mots sont enregistrés." in mended.text
    assert "De retour lundi." in mended.text
    assert "La pause est terminée." in ended.text
    assert "De retour lundi." in ended.text, "the words are offered again next time"
    *_, event = await announced(shop.pool, "centre-configured")
    assert event["is_open"] is True
    assert event["paused"] is None


async def test_a_centre_that_is_not_ready_says_what_is_missing_and_where(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    [address] = (await shop.settings()).addresses
    await owner.post(f"/parametres/adresses/{address.address_id}/retirer")

    page = (await owner.get(HERE)).text

    assert "Pas encore prêt" in page
    assert 'href="/parametres/adresses"' in page
    assert 'action="/parametres/activation/pause"' not in page


async def test_the_store_is_saved_and_announced(owner: httpx.AsyncClient, shop: Shop) -> None:
    before = await shop.settings()
    form = {
        "store_name": "Atelier Austral",
        "legal_name": "Atelier Austral inc.",
        "line_1": "5, rue Modèle",
        "city": "Québec",
        "province": "QC",
        "postal_code": "g1r2b5",
        "contact_email": "allo@example.com",
        "privacy_email": "moi@example.com",
        "policy_fr": "Soixante jours.",
        "policy_en": "Sixty days.",
        "methods": ["qr_code", "printed_label"],
        "service_code": "DOM.XP",
    }

    answer = await owner.post("/parametres/boutique", data=form, follow_redirects=True)

    assert "Boutique enregistrée." in answer.text
    settings = await shop.settings()
    assert settings.service_code == "DOM.XP"
    assert settings.slug == before.slug
    *_, event = await announced(shop.pool, "centre-configured")
    assert event["store_name"] == "Atelier Austral"
    assert event["window_days"] == before.window_days
    assert event["methods"] == ["qr_code", "printed_label"]


async def test_a_store_form_with_mistakes_comes_back_as_it_was_typed(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    answer = await owner.post(
        "/parametres/boutique", data={"store_name": "Nouveau nom", "policy_fr": "Un.\n\nDeux."}
    )

    assert answer.status_code == 422
    assert 'value="Nouveau nom"' in answer.text
    assert "Un.\n\nDeux." in answer.text
    assert "Offrez au moins une façon de retourner" in answer.text
    assert (await shop.settings()).store_name == "Atelier Boréal"


async def test_every_subject_of_the_settings_has_its_page(owner: httpx.AsyncClient) -> None:
    for subject in SUBJECTS:
        answer = await owner.get(subject.path)

        assert answer.status_code == 200, subject.path
        assert f'href="{subject.path}" aria-current="page"' in answer.text
