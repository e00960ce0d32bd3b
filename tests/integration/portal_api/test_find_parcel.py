import asyncio
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import httpx
from chassis.ids import digest, new_id
from chassis.staging import stage
from contracts.shipments import ShipmentRecorded
from contracts.wire import tombstone
from portal_api.consumer import events

from tests.integration.portal_api.portal import CODE, NUMBER, TYPED, Portal, a_shipment
from tests.unit.portal_api.story import NOON, a_centre

LOOKUPS = "/api/v1/centres/atelier-boreal/lookups"


def guess(n: int) -> dict[str, str]:
    """Type a number and a code that nobody else has tried."""
    return {
        "tracking_number": f"70232101948400{n:02}",
        "postal_code": f"H{n % 10}X{n // 10}Y4",
    }


async def test_a_parcel_is_found_however_it_is_typed(client: httpx.AsyncClient) -> None:
    typed = {"tracking_number": " 7023 2101-9483 7261 ", "postal_code": "j1h 1a1"}

    answer = await client.post(LOOKUPS, json=typed)

    found = answer.json()
    assert answer.status_code == 201
    assert (found["tracking_number"], found["city"]) == (NUMBER, "Sherbrooke")
    assert [reason["code"] for reason in found["reasons"]] == ["fit", "damaged"]
    assert found["return_by_on"] == "2026-12-14"


async def test_a_look_up_tells_no_name_street_or_address(client: httpx.AsyncClient) -> None:
    answer = await client.post(LOOKUPS, json=TYPED)

    assert not [word for word in ("Camille", "rue", "@", CODE) if word in answer.text]


async def test_a_draft_is_stored_only_as_a_digest(portal: Portal) -> None:
    secret = await portal.draft()

    [row] = await portal.rows("SELECT secret_digest FROM drafts")
    assert row["secret_digest"] == digest(secret)


async def test_unknown_number_and_wrong_code_are_told_alike_to_the_byte(
    client: httpx.AsyncClient,
) -> None:
    unknown = await client.post(LOOKUPS, json={**TYPED, "tracking_number": "7023210194839999"})
    wrong = await client.post(LOOKUPS, json={**TYPED, "postal_code": "H2X1Y4"})

    assert unknown.status_code == wrong.status_code == 404
    assert unknown.content == wrong.content
    assert unknown.headers == wrong.headers
    assert unknown.json()["type"] == "/problems/parcel-not-found"


async def test_the_pages_of_both_misses_differ_in_nothing_but_what_was_typed(
    client: httpx.AsyncClient,
) -> None:
    unknown = await client.post("/atelier-boreal/", data={**TYPED, "tracking_number": "X" * 16})
    wrong = await client.post("/atelier-boreal/", data={**TYPED, "postal_code": "H2X1Y4"})

    assert unknown.status_code == wrong.status_code == 404
    assert unknown.text.replace("X" * 16, NUMBER) == wrong.text.replace("H2X1Y4", CODE)


async def test_a_merchants_parcels_are_not_found_at_another(portal: Portal) -> None:
    await portal.hear(
        a_centre(merchant_id="019ab000-0000-7000-8000-000000000002", slug="atelier-austral")
    )

    async with portal.client() as client:
        answer = await client.post("/api/v1/centres/atelier-austral/lookups", json=TYPED)

    assert answer.json()["type"] == "/problems/parcel-not-found"


async def test_what_cannot_be_right_is_said_field_by_field(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        LOOKUPS, json={"tracking_number": "", "postal_code": "J1H", "language": "en"}
    )

    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"pointer": "/tracking_number", "detail": "Enter the tracking number."},
        {
            "pointer": "/postal_code",
            "detail": "The postal code must have six characters, like H2X 1Y4.",
        },
    ]


async def test_an_unknown_centre_is_no_centre(client: httpx.AsyncClient) -> None:
    for slug in ("nobody", "%00", "A", "-" * 70):
        answer = await client.post(f"/api/v1/centres/{slug}/lookups", json=TYPED)

        assert answer.json()["type"] == "/problems/centre-not-found"


async def test_a_closed_centre_says_so(portal: Portal) -> None:
    await portal.hear(a_centre(version=2, is_open=False))

    async with portal.client() as client:
        answer = await client.post(LOOKUPS, json=TYPED)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/centre-closed")


async def test_a_paused_centre_says_so_in_the_words_of_its_store(portal: Portal) -> None:
    said = {"fr": "Fermé pour l’inventaire.", "en": "Closed for stocktaking."}
    await portal.hear(a_centre(version=2, is_open=False, paused=said))

    async with portal.client() as client:
        answer = await client.post(LOOKUPS, json={**TYPED, "language": "en"})

    assert answer.json()["detail"] == said["en"]


async def test_a_parcel_out_of_its_window_says_until_when(portal: Portal) -> None:
    portal.now += timedelta(days=22)

    async with portal.client() as client:
        answer = await client.post(LOOKUPS, json=TYPED)

    assert answer.status_code == 409
    assert answer.json()["ended_on"] == "2026-12-14"
    assert answer.json()["type"] == "/problems/window-over"


async def test_who_proves_the_code_is_told_of_the_standing_return(portal: Portal) -> None:
    number = (await portal.send(await portal.draft())).json()["number"]

    async with portal.client() as client:
        right = await client.post(LOOKUPS, json=TYPED)
        wrong = await client.post(LOOKUPS, json={**TYPED, "postal_code": "H2X1Y4"})

    assert (right.status_code, right.json()["number"]) == (409, number)
    assert wrong.json()["type"] == "/problems/parcel-not-found"


async def test_of_two_records_of_one_number_the_youngest_counts(portal: Portal) -> None:
    young = a_shipment(recorded_at=portal.now)
    corrected = young.recipient.model_copy(update={"postal_code": "H2X1Y4"})
    await portal.hear(young.model_copy(update={"recipient": corrected}))

    async with portal.client() as client:
        answer = await client.post(LOOKUPS, json={**TYPED, "postal_code": "H2X1Y4"})

    assert answer.status_code == 201


async def test_the_sixth_guess_at_a_number_is_not_answered(strict: Portal) -> None:
    async with strict.client() as client:
        guesses = [
            await client.post(LOOKUPS, json={**TYPED, "postal_code": f"H{n}X1Y4"}) for n in range(6)
        ]
        right = await client.post(LOOKUPS, json=TYPED)

    assert [guess.status_code for guess in guesses] == [404] * 5 + [429]
    assert right.status_code == 429
    assert 0 < int(right.headers["retry-after"]) <= 3600
    assert "Réessayez" in right.json()["detail"]


async def test_of_64_guesses_at_once_no_more_are_answered(strict: Portal) -> None:
    async def tried(n: int) -> int:
        async with strict.client(address=f"203.0.{n}.1") as client:
            typed = {**guess(n), "tracking_number": NUMBER}
            return (await client.post(LOOKUPS, json=typed)).status_code

    statuses = await asyncio.gather(*(tried(n) for n in range(64)))

    assert sorted(statuses) == [404] * 5 + [429] * 59


async def test_one_code_sprayed_over_many_numbers_is_stopped(strict: Portal) -> None:
    statuses = []
    for n in range(40):
        async with strict.client(address=f"203.0.{n}.1") as client:
            typed = {**TYPED, "tracking_number": f"70232101948400{n:02}"}
            statuses.append((await client.post(LOOKUPS, json=typed)).status_code)

    assert statuses == [404] * 30 + [429] * 10


async def test_one_network_is_stopped_whatever_it_tries(strict: Portal) -> None:
    statuses = []
    for n in range(25):
        async with strict.client(address=f"203.0.113.{n}") as client:
            typed = {
                "tracking_number": f"70232101948400{n:02}",
                "postal_code": f"H{n % 10}X{n // 10}Y4",
            }
            statuses.append((await client.post(LOOKUPS, json=typed)).status_code)

    assert statuses == [404] * 20 + [429] * 5


async def test_a_claimed_address_changes_nothing_without_a_trusted_proxy(strict: Portal) -> None:
    async with strict.client() as client:
        statuses = [
            (
                await client.post(
                    LOOKUPS,
                    json={
                        "tracking_number": f"70232101948400{n:02}",
                        "postal_code": f"H{n % 10}X{n // 10}Y4",
                    },
                    headers={"x-forwarded-for": f"203.0.{n}.1"},
                )
            ).status_code
            for n in range(21)
        ]

    assert statuses[-1] == 429


async def test_what_succeeds_does_not_count(strict: Portal) -> None:
    async with strict.client() as client:
        statuses = [(await client.post(LOOKUPS, json=TYPED)).status_code for _ in range(30)]

    assert statuses == [201] * 30


async def test_a_refusal_to_the_right_person_does_not_count(strict: Portal) -> None:
    await strict.send(await strict.draft())

    async with strict.client() as client:
        statuses = [(await client.post(LOOKUPS, json=TYPED)).status_code for _ in range(10)]

    assert statuses == [409] * 10


async def test_after_the_window_one_may_try_again(strict: Portal) -> None:
    async with strict.client() as client:
        for _ in range(6):
            stopped = await client.post(LOOKUPS, json={**TYPED, "postal_code": "H2X1Y4"})
        strict.now += timedelta(seconds=int(stopped.headers["retry-after"]) + 1)
        again = await client.post(LOOKUPS, json=TYPED)

    assert stopped.status_code == 429
    assert again.status_code == 201


async def test_the_page_says_when_to_try_again_and_keeps_what_was_typed(strict: Portal) -> None:
    async with strict.client() as client:
        for _ in range(6):
            page = await client.post("/atelier-boreal/", data={**TYPED, "postal_code": "H2X 1Y4"})

    assert page.status_code == 429
    assert "Trop d’essais" in page.text
    assert 'value="H2X 1Y4"' in page.text


async def test_no_try_names_what_was_tried(strict: Portal) -> None:
    async with strict.client() as client:
        await client.post(LOOKUPS, json={**TYPED, "postal_code": "H2X1Y4"})

    rows = await strict.rows("SELECT scope, key FROM lookup_tries")
    assert {row["scope"] for row in rows} == {"network", "parcel", "postal_code"}
    assert all(len(row["key"]) == 16 for row in rows)


async def test_an_erased_parcel_is_found_no_more_and_its_draft_is_gone(
    portal: Portal, client: httpx.AsyncClient
) -> None:
    secret = await portal.draft()
    [row] = await portal.rows("SELECT shipment_id FROM shipments")

    await stage(portal.pool, "portal-api.v1", events, [an_erasure(row["shipment_id"])])
    answer = await client.post(LOOKUPS, json=TYPED)
    sent = await portal.send(secret)

    assert answer.json()["type"] == "/problems/parcel-not-found"
    assert sent.status_code == 404
    assert await portal.rows("SELECT 1 FROM shipments") == []


async def test_the_order_is_told_once_the_postal_code_is_proven(portal: Portal) -> None:
    number = "7023210194837288"
    await portal.hear(a_shipment(number, order_number="RB-1042"))
    secret = await portal.draft(number=number)

    async with portal.client() as client:
        page = await client.get(f"/atelier-boreal/demande/{secret}/motif")

    assert "RB-1042" in page.text


class Erasure(NamedTuple):
    """A record without a value."""

    topic: str
    key: bytes
    headers: list[tuple[str, bytes | None]]
    partition: int = 0
    offset: int = 0
    value: bytes | None = None


def an_erasure(shipment_id: UUID) -> Erasure:
    said = tombstone(ShipmentRecorded, str(shipment_id), event_id=new_id(), at=NOON)
    headers: list[tuple[str, bytes | None]] = [
        (name, value.encode()) for name, value in said.headers.items()
    ]
    return Erasure(said.topic, said.key.encode(), headers)
