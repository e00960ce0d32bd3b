import re

import pytest
from lxml import html

from tests.contract.simulator.carrier import AN_ORDER, Caller


def found(page: str, path: str) -> list[str]:
    """Give the texts or attributes at an XPath."""
    at_path = html.fromstring(page).xpath(path)
    assert isinstance(at_path, list)
    return [str(one) for one in at_path]


BROWSER = {"Accept": "text/html,*/*;q=0.8", "Sec-Fetch-Site": "same-origin"}


async def test_an_empty_page_says_what_to_do(caller: Caller) -> None:
    page = (await caller.http.get("/")).text

    assert "Aucune étiquette vendue pour l’instant" in page
    assert "SIMULATION" in page


@pytest.mark.parametrize(
    ("address", "language", "words"),
    [
        ("/", "fr-CA", ("Étiquettes vendues", "25 novembre 2026", "12 h 00", "Colis accélérés")),
        ("/?lang=en", "en-CA", ("Labels sold", "November 25, 2026", "Expedited Parcel")),
    ],
)
async def test_a_label_sold_is_listed_in_both_languages(
    caller: Caller, address: str, language: str, words: tuple[str, ...]
) -> None:
    await caller.sell()

    page = (await caller.http.get(address)).text

    text = re.sub(r"\s+", " ", " ".join(found(page, "//text()")))
    assert found(page, "/html/@lang") == [language]
    for told in ("0000 0000 0000 0017", "RV-2841-6K", "SIMULATION", *words):
        assert told in text
    assert "/parcels/0000000000000017/label" in found(page, "//a/@href")


async def test_the_page_shows_the_label_to_people(caller: Caller) -> None:
    sold = await caller.sell()

    answer = await caller.http.get(f"/parcels/{sold.pin}/label")

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert (await caller.http.get("/parcels/1/label")).status_code == 404


async def test_the_form_scans_the_parcel_to_its_next_stage_until_it_is_home(
    caller: Caller,
) -> None:
    await caller.sell()
    seen = []

    while forms := found((await caller.http.get("/?lang=en")).text, "//form/@action"):
        answer = await caller.http.post(forms[0], headers=BROWSER)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/?lang=en#p0000000000000017"
        seen.append((await caller.ledger())[0]["stage"])

    assert seen == ["accepted", "in_transit", "out_for_delivery", "delivered"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://carrier.example"}, 303),
        ({"Origin": "https://labels.example"}, 303),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 303),
    ],
)
async def test_a_form_of_another_site_scans_nothing(
    caller: Caller, headers: dict[str, str], status: int
) -> None:
    sold = await caller.sell()

    answer = await caller.http.post(f"/parcels/{sold.pin}/scan?to=accepted", headers=headers)

    assert answer.status_code == status
    assert (await caller.ledger())[0]["stage"] == ("accepted" if status == 303 else "info")


@pytest.mark.parametrize(("method", "path"), [("POST", "/faults"), ("DELETE", "/faults")])
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ],
)
async def test_another_site_orders_no_bad_days(
    caller: Caller, headers: dict[str, str], method: str, path: str
) -> None:
    answer = await caller.http.request(
        method, path, json={"on": "price", "do": "500"}, headers=headers
    )

    assert answer.status_code == 403
    assert (await caller.rates()).status_code == 200


async def test_a_test_is_told_in_json_what_a_scan_did(caller: Caller) -> None:
    sold = await caller.sell()

    moved = await caller.scan(sold.pin, "in_transit")
    back = await caller.scan(sold.pin, "accepted")

    assert moved.json() == {"pin": sold.pin, "stage": "in_transit"}
    assert (back.status_code, back.json()) == (409, {"error": "the parcel is already in_transit"})
    assert (await caller.scan(sold.pin, "lost")).status_code == 400
    assert (await caller.scan(sold.pin, "info")).status_code == 400
    assert (await caller.scan("1", "accepted")).status_code == 404


async def test_a_stale_form_shows_where_the_parcel_is(caller: Caller) -> None:
    sold = await caller.sell()
    await caller.scan(sold.pin, "delivered")

    answer = await caller.http.post(f"/parcels/{sold.pin}/scan?to=accepted", headers=BROWSER)

    assert answer.status_code == 303
    assert (await caller.ledger())[0]["stage"] == "delivered"


async def test_many_labels_come_in_pages(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.page.PAGE_SIZE", 2)
    for _ in range(3):
        await caller.sell()

    newest = (await caller.http.get("/")).text
    (older,) = found(newest, "//a[contains(@href, 'before=')]/@href")
    oldest = (await caller.http.get(older)).text

    assert found(newest, "//h2/text()") == ["0000 0000 0000 0031", "0000 0000 0000 0024"]
    assert found(oldest, "//h2/text()") == ["0000 0000 0000 0017"]
    assert not found(oldest, "//a[contains(@href, 'before=')]/@href")


async def test_a_reference_is_text_and_nothing_else(caller: Caller) -> None:
    await caller.order(AN_ORDER.replace("RV-2841-6K", "&lt;script&gt;alert(1)&lt;/script&gt;"))

    page = (await caller.http.get("/")).text

    assert "<script" not in page


async def test_the_page_is_strict_and_its_files_are_there(caller: Caller) -> None:
    page = await caller.http.get("/")

    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert not found(page.text, "//@style | //script | //style")
    for address in found(page.text, "//link/@href | //*[local-name()='use']/@href"):
        assert (await caller.http.get(address.partition("#")[0])).status_code == 200


async def test_it_is_alive_and_ready(caller: Caller) -> None:
    assert (await caller.http.get("/livez")).status_code == 200
    assert (await caller.http.get("/readyz")).json() == {"status": "ready"}
