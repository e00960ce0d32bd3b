"""Adresses, in the console: added, edited, removed, and always one default."""

import asyncio
import re

import httpx
import pytest
from chassis.ids import new_id
from contracts.values import PostalAddress
from fastapi import FastAPI
from merchant_api.centre.change_addresses import add_address
from merchant_api.centre.change_centre import change_centre
from merchant_api.deciding.approve_return import approve_return

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced
from tests.unit.merchant_api.centres import an_address

LIST = "/parametres/adresses"
FORM = {
    "name": "Réception Exemple",
    "company": "Atelier de Québec",
    "line_1": "88, côte Modèle",
    "line_2": "Bureau 3",
    "city": "Québec",
    "province": "QC",
    "postal_code": "g1r 2b5",
}


@pytest.fixture
async def owner(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_an_address_is_added_and_listed_and_leaves_the_default_alone(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    before = await shop.settings()

    answer = await owner.post(f"{LIST}/nouvelle", data=FORM, follow_redirects=True)

    assert "Adresse enregistrée." in answer.text
    assert "Atelier de Québec" in answer.text
    after = await shop.settings()
    assert [it.address.postal_code for it in after.addresses] == ["H2X1Y4", "G1R2B5"]
    assert after.default_address_id == before.default_address_id


async def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    typed = FORM | {
        "name": "",
        "line_1": "Édifice au très long nom, 1250 rue de l’Exemple-Imaginaire",
    }

    answer = await owner.post(f"{LIST}/nouvelle", data=typed)

    assert answer.status_code == 422
    assert "<title>Erreur" in answer.text
    assert "Écrivez le nom du contact" in answer.text
    assert "44 caractères au plus, il y en a 58" in answer.text
    for text in (typed["line_1"], "Atelier de Québec", "Bureau 3", "g1r 2b5"):
        assert text in answer.text
    assert len((await shop.settings()).addresses) == 1


async def test_a_postal_code_of_another_province_is_saved_and_warned_of(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    typed = FORM | {"province": "ON"}

    answer = await owner.post(f"{LIST}/nouvelle", data=typed, follow_redirects=True)

    assert answer.status_code == 200
    assert "G1R\N{NO-BREAK SPACE}2B5" in answer.text
    assert "d’habitude celui d’une autre province (Québec)" in answer.text
    saved = (await shop.settings()).addresses[-1]
    assert saved.address.province == "ON"
    form = await owner.get(f"{LIST}/{saved.address_id}")
    assert "d’habitude celui d’une autre province (Québec)" in form.text


async def test_editing_shows_what_is_known_and_saves_what_is_typed(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    address_id = (await shop.settings()).default_address_id

    form = await owner.get(f"{LIST}/{address_id}")
    answer = await owner.post(f"{LIST}/{address_id}", data=FORM, follow_redirects=True)

    assert 'value="H2X 1Y4"' in form.text
    assert "Adresse enregistrée." in answer.text
    found = (await shop.settings()).return_address
    assert found is not None
    assert found.name == "Réception Exemple"


async def test_the_default_is_removed_only_with_a_successor(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post(f"{LIST}/nouvelle", data=FORM)
    default, other = (await shop.settings()).addresses

    asked = await owner.get(f"{LIST}/{default.address_id}/retirer")
    refused = await owner.post(f"{LIST}/{default.address_id}/retirer")
    done = await owner.post(
        f"{LIST}/{default.address_id}/retirer",
        data={"successor": str(other.address_id)},
        follow_redirects=True,
    )

    assert "Quelle adresse prend sa place par défaut?" in asked.text
    assert refused.status_code == 422
    assert "Choisissez l’adresse qui prend sa place" in refused.text
    assert "Adresse retirée." in done.text
    assert (await shop.settings()).default_address_id == other.address_id


async def test_removing_the_last_address_says_first_that_the_portal_closes(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    [only] = (await shop.settings()).addresses

    asked = await owner.get(f"{LIST}/{only.address_id}/retirer")
    await owner.post(f"{LIST}/{only.address_id}/retirer")

    assert "le portail n’accepte plus de nouvelles demandes" in asked.text
    *_, event = await announced(shop.pool, "centre-configured")
    assert event["is_open"] is False


async def test_another_becomes_the_default_by_one_press(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post(f"{LIST}/nouvelle", data=FORM)
    other = (await shop.settings()).addresses[1]

    answer = await owner.post(f"{LIST}/{other.address_id}/defaut", follow_redirects=True)

    assert "L’adresse par défaut est changée." in answer.text
    first = re.search(r"<strong>(.*?)</strong> <span class=\"count\">Par défaut", answer.text)
    assert first is not None
    assert first[1] == "Atelier de Québec"


async def test_a_return_keeps_the_address_it_was_approved_with(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    [before] = (await shop.settings()).addresses
    return_id = await shop.is_asked()
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    await owner.post(f"{LIST}/{before.address_id}", data=FORM)
    await owner.post(f"{LIST}/{before.address_id}/retirer")

    [approved] = await announced(shop.pool, "return-approved")
    assert PostalAddress.model_validate(approved["receiver"]) == before.address


async def test_of_two_people_who_save_two_subjects_both_keep_theirs(shop: Shop) -> None:
    async def save(number: int) -> None:
        address = an_address(name=f"Quai {number}")
        await change_centre(
            shop.pool,
            shop.merchant_id,
            lambda settings: add_address(settings, new_id(), address),
            actor=DEMI,
            now=NOON,
            act="centre.addresses",
        )

    await asyncio.gather(*(save(number) for number in range(5)), shop.packs())

    settings = await shop.settings()
    assert len(settings.addresses) == 6
    assert len(settings.parcels) == 1
    versions = [it["version"] for it in await announced(shop.pool, "centre-configured")]
    assert versions == list(range(1, len(versions) + 1))


async def test_settings_lead_to_their_first_subject(owner: httpx.AsyncClient) -> None:
    answer = await owner.get("/parametres", follow_redirects=True)

    assert answer.status_code == 200
    assert answer.url.path.startswith("/parametres/")
