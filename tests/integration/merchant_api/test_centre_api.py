"""The centre's settings by API: all that the pages do, in the same words and by the same rules."""

import httpx
import pytest
from chassis.ids import new_id

from tests.integration.merchant_api.story import Shop, announced

CENTRE = "/api/v1/centre"
ADDRESS = {
    "name": "Réception Exemple",
    "line_1": "88, côte Modèle",
    "city": "Québec",
    "province": "QC",
    "postal_code": "g1r 2b5",
}
BOX = {"name": "Boîte", "weight_grams": 1200, "length_mm": 350, "width_mm": 250, "height_mm": 100}
PAUSED = {"fr": "Fermé pour l’inventaire.", "en": "Closed for stocktaking."}


async def test_the_centre_tells_how_it_stands(program: httpx.AsyncClient) -> None:
    told = (await program.get(CENTRE)).json()

    assert (told["standing"], told["missing"], told["is_paused"]) == ("live", [], False)
    assert told["portal_url"] == "http://127.0.0.1:8080/atelier-boreal/"
    assert told["store"]["legal_name"] == "Atelier Boréal inc."
    assert [it["is_default"] for it in told["addresses"]] == [True]


async def test_a_centre_is_paused_and_opened_again(program: httpx.AsyncClient, shop: Shop) -> None:
    wordless = await program.put(f"{CENTRE}/activation", json={"is_paused": True})
    paused = await program.put(f"{CENTRE}/activation", json={"is_paused": True, "paused": PAUSED})
    opened = await program.put(f"{CENTRE}/activation", json={"is_paused": False})
    again = await program.put(f"{CENTRE}/activation", json={"is_paused": True})

    assert (wordless.status_code, wordless.json()["type"]) == (409, "/problems/words-missing")
    assert (paused.json()["standing"], paused.json()["paused"]) == ("paused", PAUSED)
    assert opened.json()["standing"] == "live"
    assert again.json()["paused"] == PAUSED
    *_, event = await announced(shop.pool, "centre-configured")
    assert (event["is_open"], event["paused"]) == (False, PAUSED)


@pytest.mark.parametrize("text", ["", "  ", "a\u0000b", "é" * 2001])
async def test_words_that_customers_could_not_read_are_refused(
    program: httpx.AsyncClient, text: str
) -> None:
    answer = await program.put(
        f"{CENTRE}/activation", json={"is_paused": True, "paused": {**PAUSED, "en": text}}
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")


async def test_an_address_is_added_once_however_often_it_is_told(
    program: httpx.AsyncClient,
) -> None:
    first = await program.post(f"{CENTRE}/addresses", json=ADDRESS)
    second = await program.post(f"{CENTRE}/addresses", json=ADDRESS)
    read = await program.get(first.headers["location"])

    assert (first.status_code, first.json()["is_default"]) == (201, False)
    assert first.json() == second.json() == read.json()
    assert first.json()["address"]["postal_code"] == "G1R2B5"


async def test_a_postal_code_of_another_province_is_warned_of(program: httpx.AsyncClient) -> None:
    answer = await program.post(f"{CENTRE}/addresses", json=ADDRESS | {"province": "ON"})

    assert answer.json()["warnings"] == ["postal_code_of_another_province"]


async def test_an_address_is_changed_made_the_default_and_removed(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    [old] = (await shop.settings()).addresses
    added = (await program.post(f"{CENTRE}/addresses", json=ADDRESS)).json()
    path = f"{CENTRE}/addresses/{added['address_id']}"

    changed = await program.put(path, json=ADDRESS | {"line_2": "Quai 2"})
    chosen = await program.put(f"{CENTRE}/default-address", json={"id": added["address_id"]})
    orphaned = await program.delete(path)
    removed = await program.delete(path, params={"successor_id": str(old.address_id)})

    assert changed.json()["address"]["line_2"] == "Quai 2"
    assert chosen.json()["is_default"] is True
    assert (orphaned.status_code, orphaned.json()["type"]) == (409, "/problems/default-needed")
    assert removed.status_code == 204
    assert (await program.get(path)).json()["type"] == "/problems/address-not-found"
    assert (await shop.settings()).default_address_id == old.address_id


async def test_without_its_last_address_the_centre_is_not_ready(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    [only] = (await shop.settings()).addresses

    await program.delete(f"{CENTRE}/addresses/{only.address_id}")

    told = (await program.get(CENTRE)).json()
    assert (told["standing"], told["missing"]) == ("not_ready", ["addresses"])


async def test_a_parcel_is_added_changed_chosen_and_removed(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    box = (await program.post(f"{CENTRE}/parcels", json=BOX)).json()
    small = (
        await program.post(f"{CENTRE}/parcels", json={"name": "Enveloppe", "weight_grams": 300})
    ).json()
    path = f"{CENTRE}/parcels/{small['preset_id']}"

    taken = await program.post(f"{CENTRE}/parcels", json=BOX | {"weight_grams": 9})
    changed = await program.put(path, json={"name": "Enveloppe", "weight_grams": 250})
    await program.put(f"{CENTRE}/default-parcel", json={"id": small["preset_id"]})
    orphaned = await program.delete(path)
    removed = await program.delete(path, params={"successor_id": box["preset_id"]})

    assert box["is_default"] is True
    assert (taken.status_code, taken.json()["type"]) == (409, "/problems/name-taken")
    assert changed.json()["parcel"]["weight_grams"] == 250
    assert (orphaned.status_code, removed.status_code) == (409, 204)
    assert str((await shop.settings()).default_parcel_id) == box["preset_id"]


async def test_a_parcel_larger_than_the_carrier_takes_is_refused(
    program: httpx.AsyncClient,
) -> None:
    large = BOX | {"length_mm": 1600, "width_mm": 600, "height_mm": 600}

    answer = await program.post(f"{CENTRE}/parcels", json=large)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/parcel-too-large")


async def test_the_store_is_replaced_and_its_slug_stays(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    store = (await program.get(CENTRE)).json()["store"]

    answer = await program.put(
        f"{CENTRE}/store",
        json=store | {"store_name": "Atelier Austral", "methods": ["printed_label"] * 2},
    )
    refused = await program.put(f"{CENTRE}/store", json=store | {"slug": "ailleurs"})

    assert answer.json()["store"]["methods"] == ["printed_label"]
    assert answer.json()["slug"] == "atelier-boreal"
    assert refused.status_code == 422
    *_, event = await announced(shop.pool, "centre-configured")
    assert event["store_name"] == "Atelier Austral"


async def test_who_names_no_default_of_theirs_is_told_that_there_is_none(
    program: httpx.AsyncClient, other_shop: Shop
) -> None:
    [theirs] = (await other_shop.settings()).addresses
    asked = [
        ("default-address", theirs.address_id),
        ("default-address", new_id()),
        ("default-parcel", await other_shop.packs()),
    ]

    answers = [await program.put(f"{CENTRE}/{path}", json={"id": str(id_)}) for path, id_ in asked]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert answers[0].json() == answers[1].json()


async def test_a_program_begins_a_trial_and_counts_what_waits(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    trial = await program.post(f"{CENTRE}/trials", json={"email": "moi@example.com"})
    before = (await program.get("/api/v1/today")).json()
    await shop.is_asked()
    after = (await program.get("/api/v1/today")).json()

    assert trial.status_code == 201
    assert trial.json()["tracking_number"] in trial.json()["portal_url"]
    assert (before["waiting"], before["waiting_since"]) == (0, None)
    assert after["waiting"] == 1
