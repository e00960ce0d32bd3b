"""The file that describes a merchant, and what is said of a wrong one."""

from datetime import date
from pathlib import Path

import pytest
from contracts.centres import RESERVED_SLUGS
from merchant_api.enrolment.enrolment_file import FileNotUsable, read_enrolment

ROOT = Path(__file__).parents[3]
DEMO = (ROOT / "deploy/local/src/local_stack/demo/merchant.toml").read_text("utf-8")


def test_the_file_of_the_demo_is_usable_and_holds_parcels_from_three_provinces() -> None:
    demo = read_enrolment(DEMO)

    assert demo.centre.slug == "atelier-boreal"
    assert len({sent.recipient.province for sent in demo.shipments}) == 3


def test_days_of_delivery_count_back_from_today() -> None:
    [first, *_] = read_enrolment(DEMO).shipments

    assert first.content(date(2026, 12, 3)).delivered_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('slug = "atelier-boreal"', "", "centre.slug is missing"),
        ('accent = "#23504a"', 'accent = "vert"', "centre.accent is not right"),
        ('background = "aurore"', 'background = "plage"', "centre.background is none of our"),
        ('code = "other"', 'code = "damaged"', "centre.reasons holds one code twice"),
        ('approval = "manual"', 'aproval = "manual"', "centre.aproval is not a setting"),
        ("weight_grams = 1200", "weight_grams = 0", "shipments.0.parcel.weight_grams is not right"),
        (
            "delivered_days_ago = 6",
            "delivered_days_ago = 6\ndelivered_on = 2026-11-01",
            "shipments.0 tells its delivery twice",
        ),
    ],
)
def test_a_fault_is_told_by_its_place_in_the_file(right: str, wrong: str, said: str) -> None:
    assert right in DEMO

    with pytest.raises(FileNotUsable) as refused:
        read_enrolment(DEMO.replace(right, wrong))

    assert said in str(refused.value)


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_no_centre_gets_an_address_of_the_portals_own(slug: str) -> None:
    with pytest.raises(FileNotUsable, match="keeps for itself"):
        read_enrolment(DEMO.replace('slug = "atelier-boreal"', f'slug = "{slug}"'))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('customer_number = "0000042"', 'customer_number = "\N{FULLWIDTH DIGIT FOUR}2"'),
        ('user = "renvoi-demo"', 'user = "renvoi:demo"'),
        ('postal_code = "H2X1Y4"', 'postal_code = "H\N{FULLWIDTH DIGIT TWO}X1Y4"'),
    ],
)
def test_an_account_that_labeler_could_not_use_is_refused_at_once(right: str, wrong: str) -> None:
    assert right in DEMO

    with pytest.raises(FileNotUsable):
        read_enrolment(DEMO.replace(right, wrong))


@pytest.mark.parametrize(
    "text",
    [
        DEMO.replace('password = "renvoi-demo"', 'password = "canary"'),
        DEMO.replace('password = "specimen"', 'password = "canary'),
        DEMO.replace('customer_number = "0000042"', 'customer_number = "canary"'),
    ],
)
def test_what_is_said_of_a_fault_never_repeats_the_file(text: str) -> None:
    with pytest.raises(FileNotUsable) as refused:
        read_enrolment(text)

    assert "canary" not in str(refused.value)
