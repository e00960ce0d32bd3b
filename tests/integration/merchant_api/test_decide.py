"""A return is decided once, by whoever comes first, and what is decided is announced with it."""

import asyncio
from uuid import UUID

import asyncpg
import pytest
from chassis.ids import new_id
from contracts.values import Parcel, PostalAddress
from merchant_api.actors import Actor
from merchant_api.approval.approve_by_rule import JOB, approve_by_rule
from merchant_api.centre.centre_settings import CentreSettings, ParcelPreset
from merchant_api.centre.change_centre import change_centre
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decision import Decision
from merchant_api.deciding.decline_return import decline_return
from merchant_api.deciding.request_estimate import request_estimate
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import (
    AlreadyDecided,
    MessageMissing,
    ParcelUnknown,
    ReturnNotFound,
    ShipmentNotKnown,
)

from tests.integration.merchant_api.story import (
    DEMI,
    NOON,
    REPLY,
    Shop,
    announced,
    hears,
    open_shop,
)


async def _approve(shop: Shop, return_id: UUID, actor: Actor = DEMI) -> Decision:
    return await approve_return(shop.pool, shop.merchant_id, return_id, actor=actor, now=NOON)


async def _decline(shop: Shop, return_id: UUID, message: str) -> Decision:
    return await decline_return(
        shop.pool, shop.merchant_id, return_id, message, actor=DEMI, now=NOON
    )


async def _estimate(shop: Shop, return_id: UUID) -> UUID:
    return await request_estimate(
        shop.pool, shop.merchant_id, return_id, language="fr", actor=DEMI, now=NOON
    )


async def test_of_64_simultaneous_approvals_one_wins(shop: Shop) -> None:
    return_id = await shop.is_asked()

    outcomes = await asyncio.gather(
        *(_approve(shop, return_id) for _ in range(64)), return_exceptions=True
    )

    won = [outcome for outcome in outcomes if isinstance(outcome, Decision)]
    lost = [outcome for outcome in outcomes if isinstance(outcome, AlreadyDecided)]
    assert (len(won), len(lost)) == (1, 63)
    assert {refusal.decision for refusal in lost} == set(won)
    assert len(await announced(shop.pool, "return-approved")) == 1
    assert await _acts(shop, return_id) == [("return.approved", "user", DEMI.id)]


async def test_a_parcel_nobody_weighed_takes_the_weight_of_the_usual_one(shop: Shop) -> None:
    return_id = await _asked_for_unweighed(shop)

    with pytest.raises(ParcelUnknown):
        await _estimate(shop, return_id)
    with pytest.raises(ParcelUnknown):
        await _approve(shop, return_id)
    await change_centre(
        shop.pool, shop.merchant_id, _with_usual_parcel, actor=DEMI, now=NOON, act="centre.parcels"
    )
    await _estimate(shop, return_id)
    await _approve(shop, return_id)

    (asked,) = await announced(shop.pool, "estimate-requested")
    (approved,) = await announced(shop.pool, "return-approved")
    assert asked["parcel"] == approved["parcel"]
    assert approved["parcel"] == {**_USUAL.model_dump()}


_USUAL = Parcel(weight_grams=750)


def _with_usual_parcel(settings: CentreSettings) -> CentreSettings:
    preset = ParcelPreset(preset_id=new_id(), name="Petit", parcel=_USUAL)
    return settings.model_copy(update={"parcels": (preset,), "default_parcel_id": preset.preset_id})


async def _asked_for_unweighed(shop: Shop) -> UUID:
    shipment = await shop.ships("7000000000001021", grams=None)
    request = shop.a_request(shipment.shipment_id)
    await hears(shop.pool, request)
    return request.return_id


async def test_approved_and_declined_at_once_it_is_one_of_the_two(shop: Shop) -> None:
    return_id = await shop.is_asked()
    clicks = [_approve(shop, return_id), _decline(shop, return_id, "Article porté.")]

    outcomes = await asyncio.gather(*clicks, return_exceptions=True)

    assert len([outcome for outcome in outcomes if isinstance(outcome, Decision)]) == 1
    assert len(await announced(shop.pool, "renvoi.return-")) == 1
    assert len(await _acts(shop, return_id)) == 1


async def test_an_approval_after_a_refusal_is_told_what_is_so(shop: Shop) -> None:
    return_id = await shop.is_asked()
    declined = await _decline(shop, return_id, "  Article porté.\r\nDésolés. ")

    with pytest.raises(AlreadyDecided) as refused:
        await _approve(shop, return_id)

    assert refused.value.decision == declined
    [event] = await announced(shop.pool, "renvoi.return-")
    assert event["message"] == "Article porté.\nDésolés."
    assert event["reply"] == REPLY.model_dump()


async def test_an_approval_holds_all_that_a_label_needs(shop: Shop) -> None:
    return_id = await shop.is_asked(name="Camille Exemple")

    await _approve(shop, return_id)

    [event] = await announced(shop.pool, "return-approved")
    returner = PostalAddress.model_validate(event["returner"])
    receiver = PostalAddress.model_validate(event["receiver"])
    assert (returner.name, returner.postal_code) == ("Camille Exemple", "J1H1A1")
    assert (receiver.name, receiver.line_2) == ("Entrepôt Boréal", "Quai 3")
    assert Parcel.model_validate(event["parcel"]).weight_grams == 1200
    assert (event["service_code"], event["method"]) == ("DOM.EP", "qr_code")
    assert event["reply"] == REPLY.model_dump(), "it goes on unopened"


async def test_a_name_longer_than_the_carrier_prints_does_not_block_the_approval(
    shop: Shop,
) -> None:
    return_id = await shop.is_asked(name="Camille " + "É" * 80)

    await _approve(shop, return_id)

    [event] = await announced(shop.pool, "return-approved")
    assert len(PostalAddress.model_validate(event["returner"]).name) == 44


async def test_without_its_shipment_a_return_is_refused_and_stays_open(shop: Shop) -> None:
    request = shop.a_request(UUID(int=7))
    await hears(shop.pool, request)

    for attempt in (_approve, _estimate):
        with pytest.raises(ShipmentNotKnown):
            await attempt(shop, request.return_id)

    dossier = await dossier_store.find_dossier(shop.pool, shop.merchant_id, request.return_id)
    assert dossier is not None
    assert dossier.line.state == "requested"
    assert await announced(shop.pool, "renvoi.return-") == []


async def test_no_words_no_refusal(shop: Shop) -> None:
    return_id = await shop.is_asked()

    with pytest.raises(MessageMissing):
        await _decline(shop, return_id, " \r\n ")

    assert await announced(shop.pool, "renvoi.return-") == []


async def test_another_merchants_return_cannot_be_told_from_none(
    shop: Shop, other_shop: Shop
) -> None:
    return_id = await shop.is_asked()

    for attempt in (_approve, _estimate):
        with pytest.raises(ReturnNotFound):
            await attempt(other_shop, return_id)
    with pytest.raises(ReturnNotFound):
        await _decline(other_shop, return_id, "Non.")

    assert await announced(shop.pool, "renvoi.return-") == []


async def test_what_cannot_be_audited_does_not_happen(shop: Shop) -> None:
    return_id = await shop.is_asked()
    await shop.pool.execute("ALTER TABLE audit ADD CONSTRAINT full_disk CHECK (FALSE) NOT VALID")

    with pytest.raises(asyncpg.CheckViolationError):
        await _approve(shop, return_id)

    dossier = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert dossier is not None
    assert dossier.decision is None
    assert await announced(shop.pool, "renvoi.return-") == []


async def test_pressed_twice_an_estimate_is_one_question(shop: Shop) -> None:
    return_id = await shop.is_asked()

    asked = await asyncio.gather(*(_estimate(shop, return_id) for _ in range(8)))

    assert len(set(asked)) == 1
    [event] = await announced(shop.pool, "estimate-requested")
    assert event["origin_postal_code"] == "J1H1A1"
    assert event["destination_postal_code"] == "H2X1Y4"


async def test_an_answered_estimate_may_be_asked_again(shop: Shop) -> None:
    return_id = await shop.is_asked()
    first = await _estimate(shop, return_id)
    await hears(shop.pool, shop.a_price(return_id, first))

    second = await _estimate(shop, return_id)

    dossier = await dossier_store.find_dossier(shop.pool, shop.merchant_id, return_id)
    assert dossier is not None
    assert first != second
    assert [estimate.is_pending for estimate in dossier.estimates] == [False, True]


async def test_a_centre_may_approve_by_rule_and_once(shop: Shop) -> None:
    by_rule = await open_shop(shop.pool, "atelier-rapide", approval="automatic")
    return_id = await by_rule.is_asked()
    by_hand = await shop.is_asked()
    [job] = await shop.pool.fetch("SELECT kind, key FROM jobs")

    for _ in range(2):
        await approve_by_rule(shop.pool, job["key"], clock=lambda: NOON)

    assert (job["kind"], job["key"]) == (JOB, f"{by_rule.merchant_id}/{return_id}")
    assert await _acts(by_rule, return_id) == [("return.approved", "rule", "1")]
    assert await _acts(shop, by_hand) == []
    assert len(await announced(shop.pool, "return-approved")) == 1


async def test_a_rule_that_comes_after_a_person_changes_nothing(shop: Shop) -> None:
    by_rule = await open_shop(shop.pool, "atelier-rapide", approval="automatic")
    return_id = await by_rule.is_asked()
    await _decline(by_rule, return_id, "Article porté.")

    await approve_by_rule(shop.pool, f"{by_rule.merchant_id}/{return_id}", clock=lambda: NOON)

    assert await announced(shop.pool, "return-approved") == []


async def _acts(shop: Shop, subject: UUID) -> list[tuple[str, str, str | None]]:
    sql = """
        SELECT act, actor_kind, actor_id
          FROM audit
         WHERE merchant_id = $1 AND subject = $2
         ORDER BY audit_id
    """
    rows = await shop.pool.fetch(sql, shop.merchant_id, str(subject))
    return [(row["act"], row["actor_kind"], row["actor_id"]) for row in rows]
