"""Colis, in the console: added, edited, removed, and one default that estimates begin with."""

import httpx
import pytest
from contracts.values import Parcel
from fastapi import FastAPI

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import Shop

LIST = "/parametres/colis"
FORM = {"name": "Boîte moyenne", "weight": "1,2 kg", "length": "35", "width": "25", "height": "10"}


@pytest.fixture
async def owner(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_the_first_parcel_added_is_the_default(owner: httpx.AsyncClient, shop: Shop) -> None:
    answer = await owner.post(f"{LIST}/nouveau", data=FORM, follow_redirects=True)

    assert "Colis enregistré." in answer.text
    assert "35\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}25" in answer.text
    assert (await shop.settings()).default_parcel == Parcel(
        weight_grams=1200, length_mm=350, width_mm=250, height_mm=100
    )


async def test_a_parcel_too_large_is_told_kindly_and_nothing_typed_is_lost(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    typed = FORM | {"length": "160", "width": "60", "height": "60"}

    answer = await owner.post(f"{LIST}/nouveau", data=typed)

    assert answer.status_code == 422
    assert "Le colis est trop grand" in answer.text
    assert 'value="160"' in answer.text
    assert 'value="1,2 kg"' in answer.text
    assert (await shop.settings()).parcels == ()


async def test_a_name_that_is_taken_is_told_at_its_field(owner: httpx.AsyncClient) -> None:
    await owner.post(f"{LIST}/nouveau", data=FORM)

    answer = await owner.post(f"{LIST}/nouveau", data=FORM | {"weight": "3"})

    assert answer.status_code == 422
    assert "Un autre colis porte déjà ce nom" in answer.text
    assert 'aria-describedby="name-aide name-erreur"' in answer.text


async def test_a_parcel_is_edited_made_the_default_and_removed(
    owner: httpx.AsyncClient, shop: Shop
) -> None:
    await owner.post(f"{LIST}/nouveau", data=FORM)
    await owner.post(f"{LIST}/nouveau", data={"name": "Enveloppe", "weight": "0.3"})
    box, envelope = (it.preset_id for it in (await shop.settings()).parcels)

    shown = await owner.get(f"{LIST}/{envelope}")
    edited = await owner.post(f"{LIST}/{envelope}", data={"name": "Enveloppe", "weight": "0,25"})
    await owner.post(f"{LIST}/{envelope}/defaut")
    asked = await owner.get(f"{LIST}/{envelope}/retirer")
    refused = await owner.post(f"{LIST}/{envelope}/retirer")
    removed = await owner.post(
        f"{LIST}/{envelope}/retirer", data={"successor": str(box)}, follow_redirects=True
    )

    assert 'value="0,3"' in shown.text
    assert edited.status_code == 303
    assert "Quel colis prend sa place par défaut?" in asked.text
    assert refused.status_code == 422
    assert "Colis retiré." in removed.text
    settings = await shop.settings()
    assert [it.preset_id for it in settings.parcels] == [box]
    assert settings.default_parcel_id == box
