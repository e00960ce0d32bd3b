"""One act on several returns: each of them once, whatever dies in between, and told row by row."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.db import Pool
from chassis.ids import new_id
from contracts.labels import EstimateFailed
from fastapi import FastAPI
from merchant_api.bulk import bulk_store
from merchant_api.bulk import perform_bulk_run as perform_module
from merchant_api.bulk.begin_bulk_run import AllOf, begin_bulk_run
from merchant_api.bulk.bulk_records import Act, BulkRun, Progress, Terms
from merchant_api.bulk.errors import NothingChosen
from merchant_api.bulk.perform_bulk_run import perform_bulk_run
from merchant_api.deciding.approve_return import approve_return
from merchant_api.queue.view import View

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears

NO = Terms(message_fr="Article porté.", message_en="It was worn.")


@pytest.fixture
async def person(app: FastAPI, shop: Shop) -> AsyncIterator[httpx.AsyncClient]:
    browser = await signed_in(app, shop)
    yield browser
    await browser.aclose()


def _a_run(shop: Shop, act: Act, terms: Terms | None = None) -> BulkRun:
    return BulkRun(new_id(), shop.merchant_id, act, DEMI, "fr", terms or Terms(), NOON)


async def _works(shop: Shop, run: BulkRun) -> Progress:
    """Do the job, as the work role does."""
    key = f"{run.merchant_id}/{run.run_id}"
    await perform_bulk_run(shop.pool, key, clock=lambda: NOON + timedelta(minutes=1))
    return await bulk_store.get_progress(shop.pool, run.merchant_id, run.run_id)


async def test_each_chosen_return_is_approved_once(shop: Shop) -> None:
    chosen = [await shop.is_asked() for _ in range(3)]
    run = _a_run(shop, "approve")

    await begin_bulk_run(shop.pool, run, chosen)
    await begin_bulk_run(shop.pool, run, chosen)
    progress = await _works(shop, run)
    again = await _works(shop, run)

    assert (progress.done, progress.failed) == (3, 0)
    assert again == progress
    assert len(await announced(shop.pool, "return-approved")) == 3


async def test_a_run_that_died_after_an_act_finds_it_done(shop: Shop) -> None:
    chosen = [await shop.is_asked() for _ in range(2)]
    run = _a_run(shop, "approve")
    await begin_bulk_run(shop.pool, run, chosen)
    await approve_return(shop.pool, shop.merchant_id, chosen[0], actor=run.actor, now=NOON)

    progress = await _works(shop, run)

    assert (progress.done, progress.failed) == (2, 0)
    assert len(await announced(shop.pool, "return-approved")) == 2


async def test_an_estimate_that_was_asked_for_is_not_asked_again(shop: Shop) -> None:
    chosen = [await shop.is_asked()]
    run = _a_run(shop, "estimate")
    await begin_bulk_run(shop.pool, run, chosen)
    await _works(shop, run)
    await shop.pool.execute(
        "UPDATE bulk_items SET outcome = NULL, settled_at = NULL, estimate_id = NULL"
    )

    progress = await _works(shop, run)

    assert progress.done == 1
    assert len(await announced(shop.pool, "estimate-requested")) == 1


async def test_what_another_decided_meanwhile_has_failed_here(shop: Shop) -> None:
    mine, theirs = await shop.is_asked(), await shop.is_asked()
    run = _a_run(shop, "decline", NO)
    await begin_bulk_run(shop.pool, run, [mine, theirs])
    await approve_return(shop.pool, shop.merchant_id, theirs, actor=DEMI, now=NOON)

    progress = await _works(shop, run)

    assert (progress.done, progress.failed) == (1, 1)
    [item] = await bulk_store.list_items(
        shop.pool, shop.merchant_id, run.run_id, outcome="failed", after=0, limit=5
    )
    assert (item.return_id, item.refusal) == (theirs, "AlreadyDecided")


async def test_a_return_that_nobody_foresaw_stops_no_other(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil, good = [await shop.is_asked() for _ in range(2)]
    run = _a_run(shop, "approve")
    await begin_bulk_run(shop.pool, run, [evil, good])

    async def approve(pool: Pool, merchant_id: UUID, return_id: UUID, **told: object) -> object:
        if return_id == evil:
            cause = "too large for the outbox"
            raise ValueError(cause)
        return await approve_return(pool, merchant_id, return_id, **told)  # type: ignore[arg-type]

    monkeypatch.setattr(perform_module, "approve_return", approve)
    progress = await _works(shop, run)

    assert (progress.done, progress.failed) == (1, 1)


async def test_each_customer_reads_a_refusal_in_their_language(shop: Shop) -> None:
    shipment = await shop.ships()
    french = shop.a_request(shipment.shipment_id)
    english = shop.a_request(shipment.shipment_id).model_copy(update={"language": "en"})
    await hears(shop.pool, french, english)
    run = _a_run(shop, "decline", NO)

    await begin_bulk_run(shop.pool, run, [french.return_id, english.return_id])
    await _works(shop, run)

    told = {event["number"]: event["message"] for event in await announced(shop.pool, "declined")}
    assert told == {french.number: "Article porté.", english.number: "It was worn."}


async def test_prices_are_summed_up_and_a_price_that_was_refused_is_a_failure(shop: Shop) -> None:
    chosen = [await shop.is_asked() for _ in range(3)]
    run = _a_run(shop, "estimate")
    await begin_bulk_run(shop.pool, run, chosen)
    await _works(shop, run)
    asked = [UUID(str(it["estimate_id"])) for it in await announced(shop.pool, "estimate")]
    failed = EstimateFailed(
        estimate_id=asked[2],
        return_id=chosen[2],
        merchant_id=shop.merchant_id,
        codes=("7297",),
        message="Le code postal n’est pas desservi.",
        failed_at=NOON,
    )

    await hears(
        shop.pool, shop.a_price(chosen[0], asked[0]), shop.a_price(chosen[1], asked[1]), failed
    )

    progress = await bulk_store.get_progress(shop.pool, shop.merchant_id, run.run_id)
    assert progress == Progress(total=3, done=2, failed=1, priced=2, due_cents=3184)


async def test_all_of_a_view_are_those_that_were_there_when_it_was_seen(shop: Shop) -> None:
    await shop.is_asked(name="Noé Modèle")
    there = [await shop.is_asked() for _ in range(2)]
    await shop.is_asked(at=NOON + timedelta(minutes=5))
    run = _a_run(shop, "approve")

    await begin_bulk_run(shop.pool, run, AllOf(View(words="camille exemple"), NOON))
    await _works(shop, run)

    items = await bulk_store.list_items(
        shop.pool, shop.merchant_id, run.run_id, outcome=None, after=0, limit=9
    )
    assert sorted(item.return_id for item in items) == sorted(there)


async def test_nothing_of_another_merchant_can_be_chosen(shop: Shop, other_shop: Shop) -> None:
    theirs = await other_shop.is_asked()

    with pytest.raises(NothingChosen):
        await begin_bulk_run(shop.pool, _a_run(shop, "approve"), [theirs])

    assert await announced(shop.pool, "return-approved") == []


async def test_a_person_approves_several_after_being_asked(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    chosen = [await shop.is_asked() for _ in range(2)]
    listed = (await person.get("/retours")).text
    ticks = re.findall(r'name="choisi" value="([^"]+)" form="lot"', listed)

    asked = await person.post(
        "/retours/lots/confirmer", data={"acte": "approve", "choisi": ticks, "vue": ""}
    )
    [run_id] = re.findall(r'name="lot" value="([^"]+)"', asked.text)
    form = {"acte": "approve", "choisi": ticks, "lot": run_id}
    begun = await person.post("/retours/lots", data=form)
    twice = await person.post("/retours/lots", data=form)

    assert sorted(ticks) == sorted(map(str, chosen))
    assert "Approuver 2 retours?" in asked.text
    assert begun.headers["location"] == twice.headers["location"] == f"/retours/lots/{run_id}"
    page = await person.get(begun.headers["location"])
    assert "2 à venir" in page.text.replace("\xa0", " ")
    await perform_bulk_run(shop.pool, f"{shop.merchant_id}/{run_id}", clock=lambda: NOON)
    state = await person.get(f"/retours/lots/{run_id}/etat")
    assert "2 approuvés" in state.text.replace("\xa0", " ")
    assert "hx-get" not in state.text, "what is over asks no more"


async def test_a_refusal_of_several_keeps_what_was_typed_until_both_languages_have_words(
    person: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await shop.is_asked()
    form = {
        "acte": "decline",
        "choisi": [str(return_id)],
        "message_fr": "Article porté.",
        "raison": "final_sale",
    }

    answer = await person.post("/retours/lots", data=form)

    assert answer.status_code == 422
    assert "Article porté." in answer.text
    assert 'href="#message_en"' in answer.text
    assert 'value="final_sale" selected' in answer.text
    assert await announced(shop.pool, "return-declined") == []


async def test_failures_stay_selected_in_the_queue(person: httpx.AsyncClient, shop: Shop) -> None:
    failing, fine = await shop.is_asked(), await shop.is_asked(name="Noé Modèle")
    run = _a_run(shop, "estimate")
    await begin_bulk_run(shop.pool, run, [failing, fine])
    await _works(shop, run)
    first, _ = [UUID(str(it["estimate_id"])) for it in await announced(shop.pool, "estimate")]
    failed = EstimateFailed(
        estimate_id=first,
        return_id=failing,
        merchant_id=shop.merchant_id,
        codes=(),
        message="Indisponible.",
        failed_at=NOON,
    )
    await hears(shop.pool, failed)

    page = (await person.get(f"/retours/lots/{run.run_id}")).text
    queue = (await person.get(f"/retours?lot={run.run_id}")).text

    assert "Indisponible." in page
    assert f"/retours?lot={run.run_id}" in page
    assert re.findall(r'value="([^"]+)" form="lot"[^>]* checked', queue) == [str(failing)]
    assert "Noé Modèle" not in queue
