from decimal import Decimal

import pytest
from lxml import etree

from tests.contract.simulator.carrier import A_SCENARIO, RATE, RATE_TYPE, Caller, codes, outline

EVERYTHING = A_SCENARIO.replace("<services><service-code>DOM.EP</service-code></services>", "")
COUNTER = A_SCENARIO.replace(
    "<customer-number>42</customer-number>", "<quote-type>counter</quote-type>"
)

YESTERDAY = "<expected-mailing-date>2026-11-24</expected-mailing-date>"
ON_DELIVERY = "<options><option><option-code>COD</option-code></option></options>"


def number(quotes: bytes, path: str) -> Decimal:
    full = "/".join(f"{{{RATE}}}{name}" for name in ("price-quote", *path.split("/")))
    return Decimal(etree.fromstring(quotes).findtext(full) or "NaN")


async def test_the_reply_is_exact(caller: Caller) -> None:
    answer = await caller.rates()

    assert answer.headers["content-type"] == RATE_TYPE
    assert outline(answer.content) == [
        "price-quotes",
        "price-quote",
        "service-code=DOM.EP",
        "service-link",
        "service-name=Expedited Parcel",
        "price-details",
        "base=14.20",
        "taxes",
        "gst=0.82",
        "pst=1.63",
        "hst=0",
        "due=18.80",
        "options",
        "option",
        "option-code=DC",
        "option-name=Delivery confirmation",
        "option-price=0.00",
        "adjustments",
        "adjustment",
        "adjustment-code=AUTDISC",
        "adjustment-name=Automation discount",
        "adjustment-cost=-0.43",
        "qualifier",
        "percent=3.000",
        "adjustment",
        "adjustment-code=FUELSC",
        "adjustment-name=Fuel surcharge",
        "adjustment-cost=2.58",
        "qualifier",
        "percent=18.75",
        "weight-details",
        "service-standard",
        "am-delivery=false",
        "guaranteed-delivery=false",
    ]


async def test_headers_tell_that_it_is_an_estimate_and_by_which_table(caller: Caller) -> None:
    answer = await caller.rates()

    told = {k: v for k, v in answer.headers.items() if k.startswith("x-simulator")}
    assert told == {
        "x-simulator-estimate": "true",
        "x-simulator-rate-table": "demo-1",
        "x-simulator-fuel-from": "2026-11-02",
    }


async def test_without_services_named_all_are_quoted_in_the_language_asked(
    caller: Caller,
) -> None:
    answer = await caller.rates(EVERYTHING, Accept_Language="fr-CA")

    names = [line for line in outline(answer.content) if line.startswith("service-name")]
    assert names == [
        "service-name=Colis standard",
        "service-name=Colis accélérés",
        "service-name=Xpresspost",
        "service-name=Priorité",
    ]


@pytest.mark.parametrize(
    "body",
    [
        A_SCENARIO.replace("<services>", "<contract-id>7</contract-id><services>"),
        COUNTER,
    ],
    ids=["contract", "counter"],
)
async def test_only_a_customer_without_a_contract_has_the_discount(
    caller: Caller, body: str
) -> None:
    answer = await caller.rates(body)

    assert "adjustment-code=AUTDISC" not in outline(answer.content)


async def test_a_bulky_parcel_pays_for_its_volume(caller: Caller) -> None:
    sides = "<dimensions><length>60</length><width>40</width><height>40</height></dimensions>"
    bulky = A_SCENARIO.replace("</weight>", f"</weight>{sides}")

    light, heavy = await caller.rates(), await caller.rates(bulky)

    assert "cubed-weight=19.200" in outline(heavy.content)
    assert number(heavy.content, "price-details/base") > number(light.content, "price-details/base")


async def test_an_option_is_priced_and_taxed(caller: Caller) -> None:
    wants = "<options><option><option-code>SO</option-code></option></options>"
    signed = A_SCENARIO.replace("<services>", f"{wants}<services>")

    plain, with_option = await caller.rates(), await caller.rates(signed)

    due = "price-details/due"
    assert number(with_option.content, due) - number(plain.content, due) == Decimal("2.30")


async def test_a_mailing_date_ahead_is_priced_by_that_day(caller: Caller) -> None:
    dated = A_SCENARIO.replace(
        "<parcel", "<expected-mailing-date>2027-01-04</expected-mailing-date><parcel"
    )

    assert (await caller.rates(dated)).status_code == 200


@pytest.mark.parametrize(
    ("found", "put", "expected"),
    [
        ("<customer-number>42</customer-number>", "", ["9113"]),
        ("<customer-number>42<", "<customer-number>43<", ["2500"]),
        ("</customer-number>", "</customer-number><quote-type>counter</quote-type>", ["9114"]),
        ("</customer-number>", "</customer-number><contract-id>8</contract-id>", ["1702"]),
        ("<services>", f"{YESTERDAY}<services>", ["1622"]),
        ("DOM.EP", "DOM.NEW", ["10028"]),
        ("DOM.EP", "DOM.LIB", ["9111"]),
        ("K1A0B1", "D1A0B1", ["1159"]),
        ("1.380", "30.5", ["9111"]),
        ("<domestic><postal-code>H2X1Y4</postal-code></domestic>",
         "<united-states><zip-code>90210</zip-code></united-states>", ["9111"]),
        ("<services>", f"{ON_DELIVERY}<services>", ["9111"]),
    ],
)  # fmt: skip
async def test_broken_rules_are_told_by_their_codes(
    caller: Caller, found: str, put: str, expected: list[str]
) -> None:
    answer = await caller.rates(A_SCENARIO.replace(found, put))

    assert (answer.status_code, codes(answer)) == (400, expected)
