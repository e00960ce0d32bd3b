import asyncio
from hashlib import sha256

import pytest
from simulator.pins import check_digit

from tests.contract.simulator.carrier import (
    AN_ORDER,
    RETURN_TYPE,
    Caller,
    codes,
    outline,
)

PRIVATE = AN_ORDER.replace("<create-public-key>true</create-public-key>", "")


async def test_the_reply_is_exact(caller: Caller) -> None:
    answer = await caller.order()

    assert answer.headers["content-type"] == RETURN_TYPE
    told = outline(answer.content)
    token = told[4].removeprefix("url=https://labels.example/r/")
    assert told == [
        "authorized-return-info",
        "tracking-pin=0000000000000017",
        "public-key-info",
        "expiry-date=2026-12-25T12:00:00-05:00",
        f"url=https://labels.example/r/{token}",
        "links",
        "link",
    ]
    assert len(token) >= 32
    assert (
        '<link rel="returnLabel" href="http://carrier.example/rs/artifact/renvoi-demo/10000000001/0"'
        ' media-type="application/pdf" index="0"/>'
    ) in answer.text


async def test_without_a_public_key_there_is_none(caller: Caller) -> None:
    answer = await caller.order(PRIVATE)

    assert "public-key-info" not in outline(answer.content)


async def test_each_order_is_a_sale_and_the_ledger_tells_them_apart(caller: Caller) -> None:
    answers = await asyncio.gather(*(caller.order() for _ in range(8)))

    assert [answer.status_code for answer in answers] == [200] * 8
    entries = await caller.ledger()
    pins = [entry["pin"] for entry in entries]
    assert len(set(pins)) == 8
    assert all(check_digit(pin[:-1]) == pin[-1] for pin in pins)


async def test_the_ledger_is_a_witness_without_addresses_or_tokens(caller: Caller) -> None:
    sold = await caller.sell()
    file = await caller.get(sold.href, "application/pdf")

    (entry,) = await caller.ledger()

    assert entry == {
        "pin": sold.pin,
        "customer_ref_1": "RV-2841-6K",
        "customer_ref_2": "",
        "mailed_by": "0000042",
        "at": "2026-11-25T17:00:00+00:00",
        "service": "DOM.EP",
        "artifact_media_type": "application/pdf",
        "artifact_sha256": sha256(file.content).hexdigest(),
        "stage": "info",
    }


async def test_the_ledger_can_be_asked_for_one_reference(caller: Caller) -> None:
    await caller.order()
    await caller.order(AN_ORDER.replace("RV-2841-6K", "RV-2839-2T"))

    answer = await caller.http.get("/ledger?customer_ref_1=RV-2839-2T")

    assert [entry["customer_ref_1"] for entry in answer.json()["entries"]] == ["RV-2839-2T"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"DOM.EP": "DOM.NEW"}, ["10028"]),
        ({"DOM.EP": "USA.EP"}, ["9120"]),
        ({"8.5x11": "3x5"}, ["9192", "9208"]),
        ({">PDF<": ">ZPL<"}, ["9191", "9208"]),
        ({"8.5x11": "4x6"}, ["9208"]),
        ({"<contract-id>7": "<contract-id>8"}, ["1702"]),
        ({"<contract-id>": "<paid-by-customer>43</paid-by-customer><contract-id>"}, ["2500"]),
        ({"J1H1A1": "D8O1U1"}, ["1159"]),
        ({">QC<": ">ZZ<"}, ["1157"]),
        ({"1.380": "30.001"}, ["9111"]),
        ({"DOM.EP": "DOM.LIB", "J1H1A1": "Z1H1A1", "1.380": "31"}, ["9120", "1159", "9111"]),
    ],
)
async def test_every_broken_rule_is_told_and_nothing_is_sold(
    caller: Caller, changes: dict[str, str], expected: list[str]
) -> None:
    body = AN_ORDER
    for found, put in changes.items():
        body = body.replace(found, put)

    answer = await caller.order(body)

    assert (answer.status_code, codes(answer)) == (400, expected)
    assert await caller.ledger() == []


async def test_a_small_business_may_not_buy_returns(caller: Caller) -> None:
    answer = await caller.http.post(
        "/rs/43/43/authorizedreturn",
        content=AN_ORDER.encode(),
        headers={"Content-Type": RETURN_TYPE, "Accept": RETURN_TYPE},
        auth=("small", "specimen"),
    )

    assert (answer.status_code, codes(answer)) == (400, ["1653"])


@pytest.mark.parametrize(
    ("encoding", "media_type", "first"),
    [("PDF", "application/pdf", b"%PDF-"), ("ZPL", "application/zpl", b"^XA")],
)
async def test_a_small_label_comes_in_both_encodings(
    caller: Caller, encoding: str, media_type: str, first: bytes
) -> None:
    body = PRIVATE.replace("8.5x11", "4x6").replace(">PDF<", f">{encoding}<")

    answer = await caller.order(body)

    assert f'media-type="{media_type}"' in answer.text
    href = answer.text.split('href="')[1].split('"')[0]
    file = await caller.get(href, media_type)
    assert file.headers["content-type"].startswith(media_type)
    assert file.content.startswith(first)
