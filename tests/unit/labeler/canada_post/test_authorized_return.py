"""Create Authorized Return: what is ordered, and how the reply is read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from labeler.canada_post import (
    Account,
    ArtifactLink,
    CreatedReturn,
    Parcel,
    PublicLabel,
    RequestNotSendable,
    ReturnOrder,
)
from labeler.canada_post.authorized_return import path, read_created, write_order
from labeler.canada_post.errors import Unreadable
from lxml import etree

PIN = b"<tracking-pin>7023210039414604</tracking-pin>"


def canonical(document: bytes) -> str:
    text: str = etree.canonicalize(document.decode(), strip_text=True)
    return text


def test_an_order_is_written_as_the_schema_wants_it(
    order: ReturnOrder, golden: Callable[[str], bytes]
) -> None:
    assert canonical(write_order(order)) == canonical(golden("authorized-return"))


def test_an_order_goes_to_the_customer_who_mails_for_himself(account: Account) -> None:
    assert path(account) == "/rs/7023210/7023210/authorizedreturn"


def test_what_is_not_wanted_is_left_out_rather_than_denied(order: ReturnOrder) -> None:
    plain = replace(order, public_url=False, parcel=None, output_format="4x6", reference_2="B")

    written = write_order(plain)

    assert b"create-public-key" not in written
    assert b"parcel-characteristics" not in written
    assert b"<output-format>4x6</output-format>" in written
    assert b"<customer-ref-2>B</customer-ref-2>" in written


@pytest.mark.parametrize(
    ("part", "value", "field"),
    [
        ("name", "", "name"),
        ("name", "n" * 45, "name"),
        ("name", "Camille \x00 Exemple", "name"),
        ("name", "Camille \ud800", "name"),
        ("company", "c" * 45, "company"),
        ("line_1", " ", "address-line-1"),
        ("line_1", "l" * 45, "address-line-1"),
        ("line_2", "l" * 45, "address-line-2"),
        ("city", "v" * 41, "city"),
        ("province", "Québec", "province"),
        ("postal_code", "J1H 1A", "postal-code"),
    ],
)
def test_an_address_that_the_schema_would_refuse_is_not_sent(
    order_from: Callable[..., ReturnOrder], part: str, value: str, field: str
) -> None:
    with pytest.raises(RequestNotSendable) as refusal:
        write_order(order_from(**{part: value}))

    assert refusal.value.field == field
    assert len(value.strip()) < 2 or value not in str(refusal.value)


@pytest.mark.parametrize(
    "change",
    [
        {"reference": "r" * 36},
        {"reference": ""},
        {"reference_2": "r" * 36},
        {"service_code": ""},
        {"parcel": Parcel(1_000_000)},
    ],
)
def test_an_order_that_the_schema_would_refuse_is_not_sent(
    order: ReturnOrder, change: dict[str, object]
) -> None:
    with pytest.raises(RequestNotSendable):
        write_order(replace(order, **change))  # type: ignore[arg-type]


def test_a_created_return_is_read(golden: Callable[[str], bytes]) -> None:
    created = read_created(golden("authorized-return-info"))

    assert created == CreatedReturn(
        tracking_pin="7023210039414604",
        label=ArtifactLink(
            href="https://carrier.example/rs/artifact/an-api-user/10001782951/0",
            media_type="application/pdf",
        ),
        public_label=PublicLabel(
            url="https://labels.example/k/2f6c0f5e",
            expires_at=datetime(2026, 12, 25, 17, tzinfo=UTC),
        ),
    )


@pytest.mark.parametrize(
    ("expiry", "instant"),
    [
        (b"2026-12-25T12:00:00Z", datetime(2026, 12, 25, 12, tzinfo=UTC)),
        (b"2026-12-25T12:00:00.000", datetime(2026, 12, 25, 12, tzinfo=UTC)),
        (b"soon", None),
        (b"9999-12-31T23:00:00-05:00", None),
    ],
)
def test_an_expiry_that_cannot_be_read_costs_no_label(
    golden: Callable[[str], bytes], expiry: bytes, instant: datetime | None
) -> None:
    reply = golden("authorized-return-info").replace(b"2026-12-25T12:00:00-05:00", expiry)

    public_label = read_created(reply).public_label

    assert public_label is not None
    assert public_label.expires_at == instant


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"returnLabel", b"label"),
        (b'index="0"', b'index="1"'),
        (b"links>", b"hrefs>"),
        (b'href="', b'address="'),
    ],
)
def test_a_reply_without_the_label_link_still_tells_the_pin(
    golden: Callable[[str], bytes], there: bytes, instead: bytes
) -> None:
    created = read_created(golden("authorized-return-info").replace(there, instead))

    assert (created.tracking_pin, created.label) == ("7023210039414604", None)


def test_any_pin_the_carrier_gives_is_taken(golden: Callable[[str], bytes]) -> None:
    reply = golden("authorized-return-info").replace(b"7023210039414604", b" 123456789012\n")

    assert read_created(reply).tracking_pin == "123456789012"


def test_a_reply_without_a_pin_is_unreadable(golden: Callable[[str], bytes]) -> None:
    with pytest.raises(Unreadable):
        read_created(golden("authorized-return-info").replace(PIN, b"<tracking-pin/>"))


def test_nobody_and_no_secret_shows_in_a_representation(
    order: ReturnOrder, account: Account, golden: Callable[[str], bytes]
) -> None:
    shown = repr((order, account, read_created(golden("authorized-return-info"))))

    for hidden in ("Camille", "Essai", "an-api-user", "a-password", "2f6c0f5e"):
        assert hidden not in shown
