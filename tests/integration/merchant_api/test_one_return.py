"""One return told whole: its own page, the customer's other returns, and notes among colleagues."""

from datetime import timedelta

import httpx
import pytest
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.writing.add_note import add_note

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, REPLY, Shop, announced, hears

PAGE = "/retours/RV-0001-6K"


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> httpx.AsyncClient:
    return await signed_in(app, shop)


async def test_a_return_has_a_page_of_its_own(person: httpx.AsyncClient, shop: Shop) -> None:
    await shop.is_asked()

    page = await person.get(PAGE)

    assert "<title>RV-0001-6K, Camille Exemple – Renvoi</title>" in page.text
    assert "La fermeture éclair s’est brisée." in page.text
    assert "Reçue le 20" in page.text
    assert 'href="/retours?ouvert=RV-0001-6K"' in page.text


async def test_the_customers_other_returns_are_listed_with_how_they_stand(
    person: httpx.AsyncClient, shop: Shop, other_shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked(at=NOON - timedelta(days=9))
    another = shop.a_request(shop.merchant_id).model_copy(
        update={"customer_email": "CAMILLE@example.com"}
    )
    stranger = shop.a_request(shop.merchant_id).model_copy(
        update={"customer_email": "camille@example.com.example"}
    )
    await hears(shop.pool, another, stranger)
    await other_shop.is_asked()

    page = await person.get(PAGE)
    told = (await program.get(f"/api/v1/returns/{return_id}")).json()["others_of_customer"]

    assert 'href="/retours/RV-0002-6K"' in page.text
    assert "RV-0003-6K" not in page.text
    assert [(it["number"], it["state"]) for it in told] == [("RV-0002-6K", "requested")]


async def test_of_many_other_returns_five_are_shown_and_a_search_finds_the_rest(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    for _ in range(7):
        await shop.is_asked()

    page = await person.get(PAGE)

    assert page.text.count('<a class="code" href="/retours/RV-') == 5
    assert 'href="/retours?q=camille%40example.com"' in page.text


async def test_a_note_is_for_colleagues_and_is_announced_to_nobody(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked()
    before = await announced(shop.pool)

    added = await person.post(f"{PAGE}/notes", data={"note": "A appelé.\r\n<b>Deux</b> fois."})
    page = await person.get(added.headers["location"])
    told = (await program.get(f"/api/v1/returns/{return_id}")).json()["notes"]

    assert added.headers["location"] == "/retours?ouvert=RV-0001-6K&avis=note-added"
    assert "Note ajoutée." in page.text
    assert "<p>A appelé.</p><p>&lt;b&gt;Deux&lt;/b&gt; fois.</p>" in page.text
    assert [(note["text"], note["by"]["name"]) for note in told] == [
        ("A appelé.\n<b>Deux</b> fois.", shop.email)
    ]
    assert await announced(shop.pool) == before
    acts = await shop.pool.fetch("SELECT act FROM audit WHERE act LIKE 'note%'")
    assert len(acts) == 1


async def test_two_people_write_and_both_read_both(person: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await shop.is_asked()
    await add_note(shop.pool, shop.merchant_id, return_id, "La première.", actor=DEMI, now=NOON)
    page = await person.post(f"{PAGE}/notes", data={"note": "La seconde.", "ici": "page"})

    seen = await person.get(page.headers["location"])

    assert page.headers["location"] == f"{PAGE}?avis=note-added"
    assert seen.text.index("La première.") < seen.text.index("La seconde.")
    assert "demi@example.com, 20" in seen.text


@pytest.mark.parametrize(
    ("note", "told"),
    [(" \x00", "Écrivez la note avant de l’ajouter"), ("x" * 4001, "caractères au plus")],
)
async def test_a_note_that_cannot_be_kept_stays_to_be_mended(
    person: httpx.AsyncClient, shop: Shop, note: str, told: str
) -> None:
    await shop.is_asked()

    page = await person.post(f"{PAGE}/notes", data={"note": note})

    assert page.status_code == 422
    assert page.text.count(told) == 2
    assert note.strip(" \x00") in page.text


async def test_programs_write_notes(program: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await shop.is_asked()

    written = await program.post(f"/api/v1/returns/{return_id}/notes", json={"text": " Vu. "})

    assert written.status_code == 201
    told = (await program.get(f"/api/v1/returns/{return_id}")).json()["notes"]
    assert told == [written.json()]
    assert (told[0]["text"], told[0]["by"]["kind"]) == ("Vu.", "api_key")


async def test_an_open_page_is_told_only_what_is_new(person: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await shop.is_asked()
    page = await person.get(PAGE)
    seen = page.text.partition("/volet?vu=")[2].partition('"')[0]

    unchanged = await person.get(f"{PAGE}/volet", params={"vu": seen})
    await add_note(shop.pool, shop.merchant_id, return_id, "Neuf.", actor=DEMI, now=NOON)
    changed = await person.get(f"{PAGE}/volet", params={"vu": seen})

    assert unchanged.status_code == 204
    assert "Neuf." in changed.text


async def test_the_carriers_places_are_written_as_people_do(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()
    moved = shop.a_move(return_id, "accepted").model_copy(update={"place": "SHERBROOKE QC"})
    await person.post(f"{PAGE}/approuver")
    await hears(shop.pool, shop.a_label(return_id), moved)

    page = await person.get(PAGE)

    assert "SHERBROOKE" not in page.text
    assert page.text.count("Sherbrooke\N{NO-BREAK SPACE}(Qc)") > 2


async def test_a_message_to_the_customer_is_announced_with_their_sealed_address(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient
) -> None:
    return_id = await shop.is_asked()

    sent = await person.post(f"{PAGE}/lettres", data={"lettre": "Une photo?\r\nMerci."})
    page = await person.get(sent.headers["location"])
    told = (await program.get(f"/api/v1/returns/{return_id}")).json()

    [event] = await announced(shop.pool, "customer-messaged")
    assert (event["message"], event["number"]) == ("Une photo?\nMerci.", "RV-0001-6K")
    assert event["reply"] == REPLY.model_dump()
    assert "Message envoyé" in page.text
    assert "<p>Une photo?</p><p>Merci.</p>" in page.text
    assert [letter["text"] for letter in told["letters"]] == ["Une photo?\nMerci."]
    assert told["notes"] == []
    assert told["state"] == "requested"


async def test_a_message_without_words_is_not_sent(person: httpx.AsyncClient, shop: Shop) -> None:
    await shop.is_asked()

    page = await person.post(f"{PAGE}/lettres", data={"lettre": " \n"})

    assert page.status_code == 422
    assert page.text.count("Écrivez le message avant de l’envoyer") == 2
    assert await announced(shop.pool, "customer-messaged") == []


async def test_programs_write_to_the_customer_too(program: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await shop.is_asked()

    sent = await program.post(f"/api/v1/returns/{return_id}/letters", json={"text": "Bonjour."})

    assert (sent.status_code, sent.json()["text"]) == (201, "Bonjour.")
    assert len(await announced(shop.pool, "customer-messaged")) == 1


@pytest.mark.parametrize(("path", "field"), [("notes", "note"), ("lettres", "lettre")])
async def test_a_form_sent_twice_is_one_text_and_with_other_words_another(
    person: httpx.AsyncClient, shop: Shop, program: httpx.AsyncClient, path: str, field: str
) -> None:
    return_id = await shop.is_asked()
    form = {"formulaire": str(new_id()), field: "Une photo?"}

    for typed in (form, form, {**form, field: "Deux photos?"}):
        assert (await person.post(f"{PAGE}/{path}", data=typed)).status_code == 303

    told = (await program.get(f"/api/v1/returns/{return_id}")).json()
    texts = [it["text"] for it in told["notes" if field == "note" else "letters"]]
    assert texts == ["Une photo?", "Deux photos?"]
    sent = await announced(shop.pool, "customer-messaged")
    assert len(sent) == (0 if field == "note" else 2)
