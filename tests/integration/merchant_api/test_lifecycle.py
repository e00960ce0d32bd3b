"""After the decision: each step once, announced with its fact, refused where it makes no sense."""

import asyncio
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.ids import new_id
from contracts.labels import LabelVoided
from contracts.returns import ReturnCancelled
from fastapi import FastAPI
from merchant_api.centre.errors import AddressNotFound
from merchant_api.course.cancel_return import cancel_return
from merchant_api.course.close_return import close_return
from merchant_api.course.course import Cancellation, Reception, Replacement, Resend
from merchant_api.course.replace_label import replace_label
from merchant_api.course.resend_message import resend_message
from merchant_api.course.void_label import void_label
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decline_return import decline_return
from merchant_api.deciding.terms import Wish
from merchant_api.receiving.receive_return import receive_return
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import (
    NoteTooLong,
    NothingToResend,
    NotNow,
    ReturnNotFound,
    TooManyResends,
)
from merchant_api.returns.records import Dossier

from tests.integration.merchant_api.edge import signed_in
from tests.integration.merchant_api.story import DEMI, NOON, REPLY, Shop, announced, hears

AS_BEFORE = Wish()


async def _approved(shop: Shop) -> UUID:
    return_id = await shop.is_asked()
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    return return_id


async def _labelled(shop: Shop) -> UUID:
    return_id = await _approved(shop)
    await hears(shop.pool, shop.a_label(return_id))
    return return_id


async def _receive(shop: Shop, return_id: UUID, note: str = "") -> Reception:
    return await receive_return(
        shop.pool, shop.merchant_id, return_id, "as_expected", note, actor=DEMI, now=NOON
    )


async def _dossier(shop: Shop, return_id: UUID) -> Dossier:
    found = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert found is not None
    return found


async def _acts(shop: Shop, return_id: UUID) -> list[str]:
    sql = "SELECT act FROM audit WHERE subject = $1 ORDER BY audit_id"
    return [row["act"] for row in await shop.pool.fetch(sql, str(return_id))]


async def test_a_parcel_is_taken_in_once_however_many_press(shop: Shop) -> None:
    return_id = await _labelled(shop)

    outcomes = await asyncio.gather(
        *(_receive(shop, return_id) for _ in range(16)), return_exceptions=True
    )

    assert len([it for it in outcomes if isinstance(it, Reception)]) == 1
    lost = [it for it in outcomes if isinstance(it, NotNow)]
    assert {refusal.obstacle for refusal in lost} == {"received"}
    [event] = await announced(shop.pool, "return-received")
    assert event["return_id"] == str(return_id)
    assert await _acts(shop, return_id) == ["return.approved", "return.received"]
    assert (await _dossier(shop, return_id)).line.state == "received"


async def test_received_then_closed_is_told_in_its_order(shop: Shop) -> None:
    return_id = await _labelled(shop)

    await _receive(shop, return_id, "  Boîte ouverte.\r\n")
    await close_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    dossier = await _dossier(shop, return_id)
    assert dossier.course.reception is not None
    assert dossier.course.reception.note == "Boîte ouverte."
    assert dossier.line.state == "closed"
    assert len(await announced(shop.pool, "return-closed")) == 1
    with pytest.raises(NotNow) as refused:
        await close_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    assert refused.value.obstacle == "closed"


async def test_what_makes_no_sense_is_refused_and_changes_nothing(shop: Shop) -> None:
    undecided, declined, unmoved = (
        await shop.is_asked(),
        await shop.is_asked(),
        await _labelled(shop),
    )
    await decline_return(shop.pool, shop.merchant_id, declined, "Non.", actor=DEMI, now=NOON)
    before = await announced(shop.pool)

    for return_id, obstacle in ((undecided, "undecided"), (declined, "declined")):
        with pytest.raises(NotNow) as refused:
            await _receive(shop, return_id)
        assert refused.value.obstacle == obstacle
    with pytest.raises(NotNow) as refused:
        await close_return(shop.pool, shop.merchant_id, unmoved, actor=DEMI, now=NOON)
    assert refused.value.obstacle == "not_under_way"
    with pytest.raises(NoteTooLong):
        await _receive(shop, unmoved, "x" * 501)
    with pytest.raises(ReturnNotFound):
        await _receive(shop, new_id())

    assert await announced(shop.pool) == before


async def test_programs_receive_and_close_and_are_told_what_holds(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    return_id = await _labelled(shop)
    folder = f"/api/v1/returns/{return_id}"

    damaged = await program.post(f"{folder}/receive", json={"condition": "damaged"})
    again = await program.post(f"{folder}/receive")
    closed = await program.post(f"{folder}/close")

    assert [answer.status_code for answer in (damaged, again, closed)] == [200, 409, 200]
    assert damaged.json()["by"]["kind"] == "api_key"
    assert again.json()["type"] == "/problems/not-now"
    assert again.json()["obstacle"] == "received"
    read = (await program.get(folder)).json()
    assert (read["state"], read["acts"]) == ("closed", [])
    assert read["reception"]["condition"] == "damaged"
    assert [moment["kind"] for moment in read["timeline"]][-2:] == ["received", "closed"]


@pytest.mark.parametrize(
    "code", ["7023210194837261", "7023 2101 9483 7261", "1ABC234702321019483726155555", "{number}"]
)
async def test_the_dock_finds_a_return_by_whatever_is_scanned(
    app: FastAPI, shop: Shop, code: str
) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": code.format(number=number)})

    assert number in page.text
    assert "Ce colis est attendu" in page.text


async def test_the_dock_takes_a_parcel_in_and_lists_it_today(app: FastAPI, shop: Shop) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    person = await signed_in(app, shop)

    sent = await person.post("/reception", data={"number": number, "condition": "incomplete"})
    page = await person.get(sent.headers["location"])
    again = await person.post("/reception", data={"number": number})

    assert sent.status_code == 303
    assert "le colis est reçu" in page.text
    assert "Incomplet" in page.text
    assert "Déjà reçu" in again.text


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("0000000000000000", "Aucun retour ne porte ce numéro"),
        ("https://example.com/x", "Ce code ne se lit pas"),
    ],
)
async def test_the_dock_says_kindly_what_it_does_not_know(
    app: FastAPI, shop: Shop, code: str, told: str
) -> None:
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": code})

    assert page.status_code == 200
    assert told in page.text


async def test_the_dock_knows_no_parcel_of_another_merchant(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    return_id = await _labelled(shop)
    number = (await _dossier(shop, return_id)).request.number
    stranger = await signed_in(app, other_shop)

    for code in (number, "7023210194837261", "7000000000001013"):
        page = await stranger.get("/reception", params={"code": code})
        assert "Camille" not in page.text
    assert (await stranger.post("/reception", data={"number": number})).status_code == 404


async def _cancel(shop: Shop, return_id: UUID) -> Cancellation:
    return await cancel_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)


async def _replace(shop: Shop, return_id: UUID, wish: Wish = AS_BEFORE) -> Replacement:
    return await replace_label(shop.pool, shop.merchant_id, return_id, wish, actor=DEMI, now=NOON)


async def _by_customer(shop: Shop, return_id: UUID) -> ReturnCancelled:
    number = (await _dossier(shop, return_id)).request.number
    return ReturnCancelled(
        return_id=return_id,
        number=number,
        merchant_id=shop.merchant_id,
        cancelled_at=NOON,
        reply=REPLY,
    )


async def test_cancelled_after_its_approval_its_label_counts_no_more(shop: Shop) -> None:
    return_id = await _labelled(shop)

    await _cancel(shop, return_id)

    [cancelled] = await announced(shop.pool, "return-cancelled-by-merchant")
    [void] = await announced(shop.pool, "label-void-requested")
    assert cancelled["return_id"] == void["return_id"] == str(return_id)
    assert (void["generation"], void["cause"], void["reply"]) == (1, "cancelled", None)
    line = (await _dossier(shop, return_id)).line
    assert (line.state, line.tab) == ("cancelled", "closed")


async def test_cancelled_and_approved_at_once_one_of_them_wins_and_the_other_is_told(
    shop: Shop,
) -> None:
    for _ in range(6):
        return_id = await shop.is_asked()
        approving = approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
        outcomes = await asyncio.gather(approving, _cancel(shop, return_id), return_exceptions=True)

        course = (await _dossier(shop, return_id)).course
        assert course.cancellation is not None, "a cancellation holds before and after"
        if isinstance(outcomes[0], NotNow):
            assert outcomes[0].obstacle == "cancelled"
            assert course.voids == ()
        else:
            assert [void.cause for void in course.voids] == ["cancelled"]


async def test_of_many_cancellations_at_once_one_is_announced(shop: Shop) -> None:
    return_id = await _labelled(shop)

    outcomes = await asyncio.gather(
        *(_cancel(shop, return_id) for _ in range(16)), return_exceptions=True
    )

    assert len([it for it in outcomes if isinstance(it, Cancellation)]) == 1
    assert len(await announced(shop.pool, "cancelled-by-merchant")) == 1
    assert len(await announced(shop.pool, "label-void-requested")) == 1


async def test_a_customer_calls_off_what_was_approved_meanwhile(shop: Shop) -> None:
    return_id = await _labelled(shop)
    event = await _by_customer(shop, return_id)

    await hears(shop.pool, event, event)

    dossier = await _dossier(shop, return_id)
    assert dossier.course.cancellation is not None
    assert dossier.course.cancellation.cancelled_by == "customer"
    assert len(await announced(shop.pool, "label-void-requested")) == 1
    assert await announced(shop.pool, "cancelled-by-merchant") == []
    with pytest.raises(NotNow):
        await _receive(shop, return_id)


async def test_what_is_called_off_is_decided_no_more(shop: Shop) -> None:
    return_id = await shop.is_asked()
    await hears(shop.pool, await _by_customer(shop, return_id))

    for deciding in (
        approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON),
        decline_return(shop.pool, shop.merchant_id, return_id, "Non.", actor=DEMI, now=NOON),
    ):
        with pytest.raises(NotNow) as refused:
            await deciding
        assert refused.value.obstacle == "cancelled"


async def test_a_parcel_that_was_taken_in_is_not_called_off_by_an_older_wish(shop: Shop) -> None:
    return_id = await _labelled(shop)
    event = await _by_customer(shop, return_id)
    await _receive(shop, return_id)

    await hears(shop.pool, event)

    assert (await _dossier(shop, return_id)).line.state == "received"


async def test_a_parcel_that_comes_on_a_voided_label_is_a_problem(shop: Shop) -> None:
    cancelled, voided = await _labelled(shop), await _labelled(shop)
    await _cancel(shop, cancelled)
    await void_label(shop.pool, shop.merchant_id, voided, actor=DEMI, now=NOON)

    await hears(shop.pool, shop.a_move(cancelled, "accepted"), shop.a_move(voided, "in_transit"))

    for return_id in (cancelled, voided):
        assert (await _dossier(shop, return_id)).line.tab == "problems"


async def test_a_voided_label_is_told_to_who_has_it(shop: Shop) -> None:
    return_id = await _labelled(shop)

    await void_label(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    [void] = await announced(shop.pool, "label-void-requested")
    assert (void["cause"], void["reply"]) == ("merchant", REPLY.model_dump())
    line = (await _dossier(shop, return_id)).line
    assert (line.state, line.is_labelled, line.label_failure) == ("approved", False, "voided")


async def test_another_label_takes_the_place_of_one_in_doubt_once(shop: Shop) -> None:
    return_id = await _approved(shop)
    await hears(shop.pool, shop.a_failure(return_id, "unknown"))

    outcomes = await asyncio.gather(
        *(_replace(shop, return_id) for _ in range(8)), return_exceptions=True
    )

    assert len([it for it in outcomes if isinstance(it, Replacement)]) == 1
    [asked] = await announced(shop.pool, "replacement-label-requested")
    assert (asked["generation"], asked["service_code"]) == (2, "DOM.EP")
    dossier = await _dossier(shop, return_id)
    assert (dossier.line.state, dossier.failures) == ("approved", ())
    assert {it.obstacle for it in outcomes if isinstance(it, NotNow)} == {"label_being_made"}


async def test_news_of_an_older_label_says_nothing_of_the_one_that_counts(shop: Shop) -> None:
    return_id = await _labelled(shop)
    await _replace(shop, return_id)
    second = shop.a_label(return_id).model_copy(
        update={"generation": 2, "tracking_pin": "7023210194837278"}
    )

    await hears(
        shop.pool,
        shop.a_move(return_id, "delivered"),
        shop.a_failure(return_id, "unknown"),
        second,
        shop.a_label(return_id),
    )

    dossier = await _dossier(shop, return_id)
    assert dossier.label is not None
    assert dossier.label.tracking_pin == "7023210194837278"
    assert (dossier.line.state, dossier.moves) == ("approved", ())


async def test_another_label_goes_where_somebody_chose(shop: Shop) -> None:
    return_id = await _labelled(shop)

    with pytest.raises(AddressNotFound):
        await _replace(shop, return_id, Wish(address_id=new_id()))
    await _replace(shop, return_id, Wish(service_code="DOM.XP"))

    [asked] = await announced(shop.pool, "replacement-label-requested")
    assert asked["service_code"] == "DOM.XP"
    assert len(await announced(shop.pool, "label-void-requested")) == 1


async def test_programs_void_replace_and_cancel(program: httpx.AsyncClient, shop: Shop) -> None:
    folder = f"/api/v1/returns/{await _labelled(shop)}"

    voided = await program.post(f"{folder}/void-label")
    again = await program.post(f"{folder}/void-label")
    replaced = await program.post(f"{folder}/label", json={"service_code": "DOM.XP"})
    unknown = await program.post(f"{folder}/label", json={"address_id": str(new_id())})
    cancelled = await program.post(f"{folder}/cancel")

    answers = (voided, again, replaced, unknown, cancelled)
    assert [answer.status_code for answer in answers] == [200, 409, 202, 409, 200]
    assert again.json()["obstacle"] == "label_voided"
    assert unknown.json()["obstacle"] == "label_being_made"
    read = (await program.get(folder)).json()
    assert (read["state"], read["label"]["generation"]) == ("cancelled", 2)
    assert read["cancellation"]["cancelled_by"] == "merchant"


async def test_the_dock_warns_of_a_voided_label(app: FastAPI, shop: Shop) -> None:
    await void_label(shop.pool, shop.merchant_id, await _labelled(shop), actor=DEMI, now=NOON)
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": "7023210194837261"})

    assert "étiquette annulée" in page.text
    assert "Marquer reçu" in page.text


async def _resend(shop: Shop, return_id: UUID, template: str, *, hours: int = 0) -> Resend:
    now = NOON + timedelta(hours=hours)
    return await resend_message(
        shop.pool, shop.merchant_id, return_id, template, actor=DEMI, now=now
    )


async def test_what_did_not_arrive_is_sent_again_at_most_five_times_a_day(shop: Shop) -> None:
    return_id = await _labelled(shop)
    await hears(shop.pool, shop.an_unsent(return_id))

    for hours in range(5):
        await _resend(shop, return_id, "label_ready", hours=hours)
    with pytest.raises(TooManyResends):
        await _resend(shop, return_id, "label_ready", hours=23)
    await _resend(shop, return_id, "label_ready", hours=25)

    asked = await announced(shop.pool, "message-resend-requested")
    assert len(asked) == 6
    assert {it["template"] for it in asked} == {"label_ready"}
    assert asked[0]["reply"] == REPLY.model_dump()


async def test_a_message_whose_button_is_pressed_twice_is_sent_again_once(
    app: FastAPI, shop: Shop
) -> None:
    return_id = await _labelled(shop)
    await hears(shop.pool, shop.an_unsent(return_id))
    person = await signed_in(app, shop)

    for _ in range(2):
        pressed = await person.post("/retours/RV-0001-6K/renvoyer", data={"message": "label_ready"})
        assert pressed.status_code == 303

    assert len(await announced(shop.pool, "message-resend-requested")) == 1


async def test_what_does_not_hold_any_more_is_not_sent_again(shop: Shop) -> None:
    return_id = await _labelled(shop)
    await hears(shop.pool, shop.an_unsent(return_id), shop.a_sent(return_id))
    await void_label(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    for template in ("label_ready", "request_declined", "password_reset"):
        with pytest.raises(NothingToResend):
            await _resend(shop, return_id, template)
    await _resend(shop, return_id, "request_received")
    await _cancel(shop, return_id)
    with pytest.raises(NothingToResend):
        await _resend(shop, return_id, "request_received")


async def test_programs_send_again(program: httpx.AsyncClient, shop: Shop) -> None:
    return_id = await _labelled(shop)
    await hears(shop.pool, shop.a_sent(return_id))
    url = f"/api/v1/returns/{return_id}/messages/resend"

    sent = await program.post(url, json={"template": "request_received"})
    refused = await program.post(url, json={"template": "label_ready"})

    assert sent.status_code == 202
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/nothing-to-resend")


async def test_a_label_that_was_given_up_before_it_was_told_is_known_at_the_dock(
    app: FastAPI, shop: Shop
) -> None:
    return_id = await _approved(shop)
    await _cancel(shop, return_id)
    told = LabelVoided(
        return_id=return_id,
        merchant_id=shop.merchant_id,
        generation=1,
        tracking_pin="7023210194837278",
        voided_at=NOON,
    )
    await hears(shop.pool, told.model_copy(update={"tracking_pin": None}), told, told)
    person = await signed_in(app, shop)

    page = await person.get("/reception", params={"code": "7023210194837278"})

    assert "Ce retour a été annulé" in page.text
    assert (await _dossier(shop, return_id)).line.state == "cancelled"
