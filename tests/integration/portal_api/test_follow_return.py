import itertools
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import httpx
import pytest
from contracts.centres import CentreConfigured
from contracts.decisions import CustomerMessaged, ReturnApproved, ReturnDeclined
from contracts.event import Event
from contracts.labels import LabelFailed

from tests.integration.portal_api.portal import NUMBER, REPLY, Portal, a_move, a_shipment
from tests.unit.portal_api.story import ADDRESS, MERCHANT, NOON, a_centre

OTHER_MERCHANT = "019ab000-0000-7000-8000-000000000002"


def an_approval(return_id: object, **changes: object) -> ReturnApproved:
    values = {
        "return_id": return_id,
        "number": "RV-2K84-6T",
        "merchant_id": MERCHANT,
        "method": "qr_code",
        "service_code": "DOM.EP",
        "returner": ADDRESS,
        "receiver": ADDRESS,
        "parcel": {"weight_grams": 1200},
        "approved_at": NOON,
        "reply": REPLY,
    }
    return ReturnApproved.model_validate({**values, **changes})


def a_refusal(return_id: object) -> ReturnDeclined:
    return ReturnDeclined.model_validate(
        {
            "return_id": return_id,
            "number": "RV-2K84-6T",
            "merchant_id": MERCHANT,
            "message": "Vente finale.\nVoir <b>l'article 4</b>.",
            "declined_at": NOON,
            "reply": REPLY,
        }
    )


def a_letter(return_id: object, message: str, at: datetime = NOON) -> CustomerMessaged:
    return CustomerMessaged.model_validate(
        {
            "letter_id": uuid4(),
            "return_id": return_id,
            "number": "RV-2K84-6T",
            "merchant_id": MERCHANT,
            "message": message,
            "written_at": at,
            "reply": REPLY,
        }
    )


async def status(portal: Portal, token: str) -> dict[str, object]:
    async with portal.client() as client:
        body: dict[str, object] = (await client.get(f"/api/v1/returns/{token}")).json()
        return body


async def page(portal: Portal, path: str) -> httpx.Response:
    async with portal.client() as client:
        return await client.get(path)


async def test_a_return_is_followed_from_request_to_arrival(portal: Portal) -> None:
    token, return_id = await portal.requested()
    states = [(await status(portal, token))["state"]]

    await portal.hear(an_approval(return_id))
    states.append((await status(portal, token))["state"])
    await portal.label(return_id)
    states.append((await status(portal, token))["state"])
    for hours, stage in enumerate(("accepted", "in_transit", "out_for_delivery", "delivered")):
        await portal.hear(a_move(return_id, stage, at=NOON + timedelta(hours=hours)))  # type: ignore[arg-type]
        states.append((await status(portal, token))["state"])

    assert states == [
        "received",
        "approved",
        "ready",
        "in_transit",
        "in_transit",
        "out_for_delivery",
        "delivered",
    ]


async def test_the_api_tells_all_that_the_page_tells(portal: Portal) -> None:
    token, return_id = await portal.requested()
    await portal.hear(an_approval(return_id))
    await portal.label(return_id)
    await portal.hear(a_move(return_id, "accepted", at=NOON))

    told = await status(portal, token)

    assert told["decision"] == {
        "outcome": "approved",
        "message": None,
        "decided_at": "2026-11-23T17:00:00Z",
    }
    assert told["parcel"] == {
        "tracking_pin": "7023210039414604",
        "stage": "accepted",
        "place": "SHERBROOKE QC",
        "happened_at": "2026-11-23T17:00:00Z",
    }
    assert told["use_by_on"] == "2026-12-23"
    assert [moment["kind"] for moment in told["timeline"]] == [  # type: ignore[attr-defined]
        "requested",
        "approved",
        "label_ready",
        "accepted",
    ]


async def test_events_come_twice_and_in_any_order_and_mean_the_same(portal: Portal) -> None:
    token, return_id = await portal.requested()
    label = await portal.label(return_id)
    happened: list[Event] = [
        an_approval(return_id),
        label,
        a_move(return_id, "accepted", at=NOON + timedelta(hours=1)),
        a_move(return_id, "in_transit", at=NOON + timedelta(hours=2)),
    ]
    told = []
    for order in itertools.permutations(range(4)):
        await portal.pool.execute("TRUNCATE decisions, labels, moves")
        for n in (*order, *order):
            await portal.hear(happened[n], event_id=UUID(int=n))
        told.append(await status(portal, token))

    assert all(body == told[0] for body in told)
    assert told[0]["state"] == "in_transit"
    assert len(told[0]["timeline"]) == 5  # type: ignore[arg-type]


async def test_an_event_that_comes_before_the_return_waits_for_it(portal: Portal) -> None:
    """The labeler's topic may be read while this service's own return is long known, or not yet."""
    unknown = uuid4()

    await portal.hear(an_approval(unknown), a_move(unknown, "accepted", at=NOON))

    assert len(await portal.rows("SELECT 1 FROM decisions")) == 1


async def test_an_older_version_changes_nothing(portal: Portal) -> None:
    await portal.hear(a_centre(version=3, store_name="Nouveau nom"), a_centre(version=2))
    new = a_shipment(version=2)
    old = new.model_copy(update={"version": 1, "tracking_number": "7023210194837299"})
    await portal.hear(new, old)

    [centre] = await portal.rows("SELECT snapshot FROM centres")
    assert CentreConfigured.model_validate(centre["snapshot"]).store_name == "Nouveau nom"
    assert not await portal.rows(
        "SELECT 1 FROM shipments WHERE tracking_number = '7023210194837299'"
    )


async def test_another_merchants_decision_is_not_this_returns(portal: Portal) -> None:
    token, return_id = await portal.requested()

    await portal.hear(an_approval(return_id, merchant_id=OTHER_MERCHANT))

    assert (await status(portal, token))["state"] == "received"


async def test_a_label_that_failed_says_that_it_takes_longer(portal: Portal) -> None:
    token, return_id = await portal.requested()
    failed = LabelFailed(
        return_id=return_id,
        merchant_id=MERCHANT,
        outcome="unknown",
        codes=(),
        message="lost",
        failed_at=NOON,
    )
    await portal.hear(an_approval(return_id), failed, failed)

    shown = await page(portal, f"/r/{token}")

    assert (await status(portal, token))["state"] == "delayed"
    assert "La préparation prend plus de temps" in shown.text


async def test_a_refusal_shows_the_stores_words_and_no_markup_of_theirs(portal: Portal) -> None:
    token, return_id = await portal.requested()
    await portal.hear(a_refusal(return_id))

    shown = await page(portal, f"/r/{token}")

    assert "«\N{NO-BREAK SPACE}Vente finale." in shown.text
    assert "&lt;b&gt;" in shown.text
    assert "<b>" not in shown.text
    assert "hx-trigger" not in shown.text


async def test_what_the_store_writes_is_read_on_the_page_and_answered_by_email(
    portal: Portal,
) -> None:
    token, return_id = await portal.requested()
    first = a_letter(return_id, "Une <b>photo</b>?\nMerci.")
    await portal.hear(first, first, a_letter(return_id, "Bien reçue.", NOON + timedelta(hours=1)))
    foreign = a_letter(return_id, "Pas d’ici.")
    await portal.hear(foreign.model_copy(update={"merchant_id": UUID(OTHER_MERCHANT)}))

    told = await status(portal, token)
    shown = (await page(portal, f"/r/{token}")).text

    letters = told["letters"]
    assert isinstance(letters, list)
    assert [letter["message"] for letter in letters] == [first.message, "Bien reçue."]
    assert shown.index("Bien reçue.") < shown.index("Une &lt;b&gt;photo&lt;/b&gt;?")
    assert "Pour répondre, écrivez à" in shown
    assert 'href="mailto:retours@example.com?subject=RV-' in shown
    assert "Pas d’ici." not in shown


async def test_a_letter_that_comes_while_the_parcel_moves_moves_it_nowhere(
    portal: Portal,
) -> None:
    token, return_id = await portal.requested()
    await portal.hear(an_approval(return_id))
    await portal.label(return_id)
    await portal.hear(
        a_move(return_id, "in_transit", at=NOON + timedelta(days=1)),
        a_letter(return_id, "Nous le suivons.", NOON + timedelta(days=9)),
    )

    timeline = (await status(portal, token))["timeline"]
    shown = (await page(portal, f"/r/{token}")).text

    assert isinstance(timeline, list)
    assert [moment["kind"] for moment in timeline][-2:] == ["in_transit", "message"]
    current = shown.partition('aria-current="step"')[2].partition("</li>")[0]
    assert "En route" in current


@pytest.mark.parametrize("name", ["label.pdf", "qr.png", "qr.svg"])
@pytest.mark.parametrize("prefix", ["/r", "/api/v1/returns"])
async def test_a_file_is_private_and_saved_under_the_number(
    portal: Portal, prefix: str, name: str
) -> None:
    token, return_id = await portal.requested()
    before = await page(portal, f"{prefix}/{token}/{name}")
    await portal.label(return_id)

    file = await page(portal, f"{prefix}/{token}/{name}")

    number = (await status(portal, token))["number"]
    saved_as = {"label.pdf": "etiquette.pdf", "qr.png": "code-qr.png", "qr.svg": "code-qr.svg"}
    assert before.status_code == 404
    assert file.status_code == 200
    assert file.headers["cache-control"] == "private, no-store"
    assert file.headers["content-disposition"] == (
        f'attachment; filename="{number}-{saved_as[name]}"'
    )


async def test_a_token_opens_its_own_return_and_nothing_else(portal: Portal) -> None:
    await portal.hear(a_shipment("7023210194837262"))
    one = (await portal.send(await portal.draft())).json()
    two = (await portal.send(await portal.draft(number="7023210194837262"))).json()

    told = await status(portal, one["token"])

    assert told["number"] == one["number"] != two["number"]
    assert told["tracking_number"] == NUMBER


@pytest.mark.parametrize("tail", ["", "/label.pdf", "/qr.png"])
async def test_what_is_no_token_opens_nothing(portal: Portal, tail: str) -> None:
    draft = await portal.draft()
    created = (await portal.send(draft)).json()
    for wrong in (draft, created["number"], created["token"][:-1], created["token"] + "A", "%00"):
        for prefix in ("/r", "/api/v1/returns"):
            assert (await page(portal, f"{prefix}/{wrong}{tail}")).status_code == 404


async def test_a_damaged_file_is_never_handed_out(portal: Portal) -> None:
    token, return_id = await portal.requested()
    label = await portal.label(return_id)
    (portal.folder / "blobs" / label.label.key).write_bytes(b"%PDF-1.4 evil")

    file = await page(portal, f"/r/{token}/label.pdf")

    assert file.status_code == 500
    assert b"evil" not in file.content


async def test_a_missing_store_is_an_outage_that_asks_to_come_again(portal: Portal) -> None:
    token, return_id = await portal.requested()
    label = await portal.label(return_id)
    (portal.folder / "blobs" / label.qr_png.key).unlink()

    file = await page(portal, f"/r/{token}/qr.png")

    assert file.status_code == 503
    assert file.headers["retry-after"]


async def test_news_are_sent_only_when_there_are_any(portal: Portal) -> None:
    token, return_id = await portal.requested()
    shown = await page(portal, f"/r/{token}")
    asked = shown.text.split('hx-get="')[1].split('"')[0].replace("&amp;", "&")

    none_yet = await page(portal, asked)
    await portal.hear(an_approval(return_id))
    news = await page(portal, asked)

    assert (none_yet.status_code, none_yet.content) == (204, b"")
    assert news.status_code == 200
    assert "Nous préparons votre code QR" in news.text
    assert "<title>Demande approuvée" in news.text


async def test_a_page_without_script_comes_again_by_itself(portal: Portal) -> None:
    token, _ = await portal.requested()

    shown = await page(portal, f"/r/{token}")

    assert '<noscript><meta http-equiv="refresh"' in shown.text


async def test_a_return_speaks_the_language_it_was_asked_in(portal: Portal) -> None:
    token = (await portal.send(await portal.draft(), language="en")).json()["token"]

    english = await page(portal, f"/r/{token}")
    french = await page(portal, f"/r/{token}?lang=fr")

    assert "Request received" in english.text
    assert "Demande reçue" in french.text
    assert 'lang="fr-CA"' in french.text


STAGES = ("accepted", "in_transit", "out_for_delivery", "delivered", "exception", "returning")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("method", ["qr_code", "printed_label"])
async def test_every_state_has_a_page_in_both_languages(
    portal: Portal, language: str, method: str
) -> None:
    draft = await portal.draft()
    token = (await portal.send(draft, language=language, method=method)).json()["token"]
    [row] = await portal.rows("SELECT return_id FROM returns")
    return_id = row["return_id"]
    shown = [await page(portal, f"/r/{token}")]
    await portal.hear(an_approval(return_id))
    shown.append(await page(portal, f"/r/{token}"))
    portal.now += timedelta(minutes=2)
    shown.append(await page(portal, f"/r/{token}"))
    await portal.label(return_id)
    shown.append(await page(portal, f"/r/{token}"))
    portal.now += timedelta(days=60)
    shown.append(await page(portal, f"/r/{token}"))
    for stage in STAGES:
        await portal.hear(a_move(return_id, stage, at=portal.now))  # type: ignore[arg-type]
        portal.now += timedelta(hours=1)
        shown.append(await page(portal, f"/r/{token}"))

    assert [answer.status_code for answer in shown] == [200] * 11
    assert len({answer.text for answer in shown}) == 11
