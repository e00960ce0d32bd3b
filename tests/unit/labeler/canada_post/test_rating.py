"""Get Rates: what is asked, and how prices are read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from labeler.canada_post import (
    Account,
    Dimensions,
    MailingScenario,
    Parcel,
    PriceLine,
    Quote,
    RequestNotSendable,
    Tax,
)
from labeler.canada_post.errors import Unreadable
from labeler.canada_post.rating import read_quotes, write_scenario
from lxml import etree

NAMESPACE = "{http://www.canadapost.ca/ws/ship/rate-v4}"


def canonical(document: bytes) -> str:
    text: str = etree.canonicalize(document.decode(), strip_text=True)
    return text


def test_a_scenario_is_written_as_the_schema_wants_it(
    account: Account, scenario: MailingScenario, golden: Callable[[str], bytes]
) -> None:
    written = write_scenario(account, scenario)

    assert canonical(written) == canonical(golden("mailing-scenario"))


def test_what_was_not_said_is_left_out(account: Account) -> None:
    bare = MailingScenario("J1H1A1", "H2X1Y4", Parcel(1))

    root = etree.fromstring(write_scenario(replace(account, contract_id=None), bare))

    assert [element.tag.removeprefix(NAMESPACE) for element in root] == [
        "customer-number",
        "quote-type",
        "parcel-characteristics",
        "origin-postal-code",
        "destination",
    ]
    assert root.findtext(f".//{NAMESPACE}weight") == "0.001"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"origin_postal_code": "J1H 1A"}, "postal-code"),
        ({"destination_postal_code": "90210"}, "postal-code"),
        ({"origin_postal_code": "J\u0661H1A1"}, "postal-code"),
        ({"parcel": Parcel(0)}, "weight"),
        ({"parcel": Parcel(100_000)}, "weight"),
        ({"parcel": Parcel(1, Dimensions(10_000, 1, 1))}, "length"),
        ({"parcel": Parcel(1, Dimensions(1, 1, 0))}, "height"),
        ({"service_codes": ("DOM.EP",) * 21}, "services"),
        ({"service_codes": ("",)}, "service-code"),
    ],
)
def test_a_scenario_that_the_schema_would_refuse_is_not_sent(
    account: Account, scenario: MailingScenario, change: dict[str, object], field: str
) -> None:
    with pytest.raises(RequestNotSendable) as refusal:
        write_scenario(account, replace(scenario, **change))  # type: ignore[arg-type]

    assert refusal.value.field == field


def test_quotes_are_read_to_the_cent(golden: Callable[[str], bytes]) -> None:
    expedited, _regular = read_quotes(golden("price-quotes"))

    assert expedited == Quote(
        service_code="DOM.EP",
        service_name="Colis accélérés",
        base_cents=1097,
        adjustments=(
            PriceLine("AUTDISC", "Réduction liée à l'automatisation", -33),
            PriceLine("FUELSC", "Supplément pour carburant", 98),
        ),
        options=(PriceLine("DC", "Confirmation de livraison", 0),),
        taxes=(Tax("gst", 0, None), Tax("pst", 0, None), Tax("hst", 139, "12.0000")),
        due_cents=1301,
        cubed_grams=1373,
        transit_days=2,
        expected_on=date(2026, 12, 3),
    )


def test_a_quote_without_the_optional_parts_is_read(golden: Callable[[str], bytes]) -> None:
    _expedited, regular = read_quotes(golden("price-quotes"))

    assert regular == Quote(
        service_code="DOM.RP",
        service_name="Colis standard",
        base_cents=1226,
        adjustments=(),
        options=(),
        taxes=(),
        due_cents=1226,
        cubed_grams=None,
        transit_days=None,
        expected_on=None,
    )


def test_no_quote_at_all_is_an_answer() -> None:
    assert read_quotes(b'<price-quotes xmlns="http://www.canadapost.ca/ws/ship/rate-v4"/>') == []


def test_unknown_elements_comments_and_other_namespaces_change_nothing(
    golden: Callable[[str], bytes],
) -> None:
    plain = golden("price-quotes")
    later = (
        plain.replace(b"rate-v4", b"rate-v9")
        .replace(b"<base>", b"<novelty><base>1</base></novelty><base><!-- new -->")
        .replace(b"<taxes>", b"<taxes><lst>1.00</lst>")
    )

    assert read_quotes(later) == read_quotes(plain)


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"<due>13.01</due>", b""),
        (b"<due>13.01</due>", b"<due/>"),
        (b"<due>13.01</due>", b"<due>NaN</due>"),
        (b"<due>13.01</due>", b"<due>1E9</due>"),
        (b"<base>10.97</base>", b"<base>free</base>"),
        (b"<adjustment-cost>0.98</adjustment-cost>", b""),
        (b"price-details>", b"prices>"),
    ],
)
def test_a_price_that_cannot_be_read_is_never_guessed(
    golden: Callable[[str], bytes], there: bytes, instead: bytes
) -> None:
    broken = golden("price-quotes").replace(there, instead)

    with pytest.raises(Unreadable):
        read_quotes(broken)
