"""Shipments are told, corrected, found and erased; each word on them is announced once."""

import asyncio
import json
from uuid import UUID

import httpx
import pytest
from chassis.ids import new_id

from tests.integration.merchant_api.story import Shop, announced, hears
from tests.integration.merchant_api.test_api import PARCEL, RECIPIENT

URL = "/api/v1/shipments"


def an_item(number: int, **changes: object) -> dict[str, object]:
    return {
        **PARCEL,
        "tracking_number": f"7000000000{number:06}",
        "reference": f"WEB-{number}",
        **changes,
    }


async def _post(program: httpx.AsyncClient, *items: object) -> list[dict[str, object]]:
    answer = await program.post(URL, json={"shipments": items})
    assert answer.status_code == 200, answer.text
    results: list[dict[str, object]] = answer.json()["results"]
    return results


async def _acts(shop: Shop) -> list[str]:
    sql = "SELECT act FROM audit WHERE act LIKE 'shipment.%' ORDER BY audit_id"
    return [row["act"] for row in await shop.pool.fetch(sql)]


async def test_one_bad_item_spoils_no_other(program: httpx.AsyncClient, shop: Shop) -> None:
    bad = an_item(2, recipient={**RECIPIENT, "postal_code": "12345", "name": " "})

    results = await _post(program, an_item(1), bad, an_item(3), {})

    assert [it["outcome"] for it in results] == ["new", "refused", "new", "refused"]
    problem = results[1]["problem"]
    assert isinstance(problem, dict)
    assert {it["pointer"] for it in problem["errors"]} == {
        "/recipient/postal_code",
        "/recipient/name",
    }
    assert len(await announced(shop.pool, "shipment-recorded")) == 2
    assert await _acts(shop) == ["shipment.recorded"] * 2


async def test_the_same_batch_twice_changes_nothing(program: httpx.AsyncClient, shop: Shop) -> None:
    items = [an_item(number) for number in range(500)]

    first = await _post(program, *items)
    second = await _post(program, *items)

    assert {it["outcome"] for it in first} == {"new"}
    assert {it["outcome"] for it in second} == {"unchanged"}
    assert [it["shipment_id"] for it in first] == [it["shipment_id"] for it in second]
    assert len(await announced(shop.pool, "shipment-recorded")) == 500
    assert len(await _acts(shop)) == 500


async def test_a_reference_told_with_another_number_is_the_same_shipment(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    [first] = await _post(program, an_item(1))

    [second] = await _post(program, an_item(1, tracking_number="7000000000000099"))

    assert (second["outcome"], second["shipment_id"]) == ("changed", first["shipment_id"])
    *_, last = await announced(shop.pool, "shipment-recorded")
    assert (last["version"], last["tracking_number"]) == (2, "7000000000000099")


async def test_two_shipments_may_swap_their_numbers_in_one_batch(
    program: httpx.AsyncClient,
) -> None:
    await _post(program, an_item(1), an_item(2))
    one, two = (str(an_item(number)["tracking_number"]) for number in (1, 2))

    results = await _post(
        program,
        an_item(1, tracking_number="7000000000000099"),
        an_item(2, tracking_number=one),
        an_item(1, tracking_number=two),
    )

    assert [it["outcome"] for it in results] == ["changed"] * 3
    listed = (await program.get(URL)).json()["shipments"]
    assert {it["reference"]: it["tracking_number"] for it in listed} == {
        "WEB-1": two,
        "WEB-2": one,
    }


async def test_a_number_of_another_reference_is_refused_in_its_place(
    program: httpx.AsyncClient,
) -> None:
    await _post(program, an_item(1), an_item(2))

    [result] = await _post(program, an_item(1, tracking_number=an_item(2)["tracking_number"]))
    alone = await program.post(URL, json=an_item(1, tracking_number=an_item(2)["tracking_number"]))

    assert result["outcome"] == "refused"
    assert alone.status_code == 409
    assert alone.json()["type"] == "/problems/tracking-number-taken"
    problem = result["problem"]
    assert isinstance(problem, dict)
    assert problem["type"] == alone.json()["type"]


async def test_batches_at_the_same_time_record_each_shipment_once(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    forth = [an_item(number) for number in range(40)]

    batches = await asyncio.gather(*(_post(program, *items) for items in (forth, forth[::-1]) * 4))

    assert sum(it["outcome"] == "new" for batch in batches for it in batch) == 40
    assert len(await announced(shop.pool, "shipment-recorded")) == 40


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"shipments": []}, "/shipments"),
        ({"shipments": [{}] * 501}, "/shipments"),
        ({"shipments": [], "more": 1}, "/more"),
        ({**PARCEL, "tracking_number": "x"}, "/tracking_number"),
        ({**PARCEL, "recipient": {**RECIPIENT, "name": "A\u0007"}}, "/recipient/name"),
        ([], ""),
    ],
)
async def test_a_body_that_is_neither_one_nor_many_is_told_where(
    program: httpx.AsyncClient, body: object, pointer: str
) -> None:
    answer = await program.post(URL, json=body)

    assert answer.status_code == 422
    assert pointer in [it["pointer"] for it in answer.json()["errors"]]


@pytest.mark.parametrize(
    ("sent", "kind"),
    [(b"{", "application/json"), (b"[" * 100_000, "application/json"), (b"{}", "text/plain")],
)
async def test_what_is_no_json_is_refused(
    program: httpx.AsyncClient, sent: bytes, kind: str
) -> None:
    answer = await program.post(URL, content=sent, headers={"content-type": kind})

    assert answer.status_code == 422


async def test_a_shipment_is_corrected_by_its_id(program: httpx.AsyncClient) -> None:
    [first] = await _post(program, an_item(1))
    await _post(program, an_item(2))

    corrected = await program.put(
        f"{URL}/{first['shipment_id']}", json=an_item(1, tracking_number="7000000000000099")
    )
    taken = await program.put(f"{URL}/{first['shipment_id']}", json=an_item(2))

    assert corrected.json()["tracking_number"] == "7000000000000099"
    assert taken.status_code == 409
    unknown = await program.put(f"{URL}/{new_id()}", json=an_item(3))
    assert unknown.status_code == 404


async def test_an_erased_shipment_leaves_nothing_but_a_tombstone(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    [first] = await _post(program, an_item(1))
    url = f"{URL}/{first['shipment_id']}"

    erased = await program.delete(url)

    assert (erased.status_code, erased.content) == (204, b"")
    assert (await program.get(url)).status_code == 404
    assert (await program.delete(url)).status_code == 404
    rows = await shop.pool.fetch("SELECT topic, key, value FROM outbox ORDER BY id DESC LIMIT 1")
    assert [tuple(row) for row in rows] == [
        ("merchant.shipments", str(first["shipment_id"]).encode(), None)
    ]
    assert await _acts(shop) == ["shipment.recorded", "shipment.erased"]


async def test_a_shipment_that_a_return_hangs_on_stays(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    [first] = await _post(program, an_item(1))
    request = shop.a_request(UUID(str(first["shipment_id"])))
    await hears(shop.pool, request)

    answer = await program.delete(f"{URL}/{first['shipment_id']}")

    assert answer.status_code == 409
    assert answer.json()["number"] == request.number
    assert (await program.get(URL)).json()["shipments"][0]["return_number"] == request.number


async def test_recorded_anew_it_is_the_shipment_that_a_return_waits_for(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    """The customer asked just before it was erased, and the request came just after."""
    shipment = await shop.ships()
    await program.delete(f"{URL}/{shipment.shipment_id}")
    await hears(shop.pool, shop.a_request(shipment.shipment_id))

    again = await program.post(URL, json=PARCEL)

    assert again.status_code == 201
    assert again.json()["shipment_id"] == str(shipment.shipment_id)


async def test_the_list_is_read_page_by_page_newest_first(program: httpx.AsyncClient) -> None:
    await _post(program, *(an_item(number) for number in range(7)))
    seen: list[str] = []
    cursor = None

    while cursor is not None or not seen:
        page = (
            await program.get(URL, params={"limit": 3} | ({"cursor": cursor} if cursor else {}))
        ).json()
        seen += [it["reference"] for it in page["shipments"]]
        cursor = page["next_cursor"]

    assert seen == [f"WEB-{number}" for number in range(6, -1, -1)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("7000 0000 0000 0003", ["WEB-3"]),
        ("web-4", ["WEB-4"]),
        ("j1h 1a1", [f"WEB-{number}" for number in range(5, -1, -1)]),
        ("CAMILLE ex", [f"WEB-{number}" for number in range(5, -1, -1)]),
        ("noe@", ["WEB-9"]),
        ("modèle", ["WEB-9"]),
        ("' & | !", []),
        ("nobody", []),
    ],
)
async def test_search_finds_by_how_things_begin(
    program: httpx.AsyncClient, typed: str, found: list[str]
) -> None:
    other = {**RECIPIENT, "name": "Noé Modèle", "postal_code": "H2X 1Y4"}
    await _post(
        program,
        *(an_item(number) for number in range(6)),
        an_item(9, recipient=other, email="noe@example.com"),
    )

    pages = [
        (await program.get(URL, params={"search": typed, "limit": limit})).json()
        for limit in (50, 1)
    ]

    assert [it["reference"] for it in pages[0]["shipments"]] == found
    assert [it["reference"] for it in pages[1]["shipments"]] == found[:1]


async def test_500_shipments_of_the_longest_kind_fit_into_a_request(
    program: httpx.AsyncClient,
) -> None:
    recipient = {
        "name": "é" * 44,
        "company": "é" * 44,
        "line_1": "é" * 44,
        "line_2": "é" * 44,
        "city": "é" * 40,
        "province": "QC",
        "postal_code": "J1H1A1",
    }
    items = [
        an_item(number, recipient=recipient, order_number="é" * 60, email="e" * 240 + "@example.ca")
        for number in range(500)
    ]

    results = await _post(program, *items)

    assert len(json.dumps({"shipments": items})) < 2 * 1024 * 1024
    assert {it["outcome"] for it in results} == {"new"}
