"""Return addresses: what is forgiven, what is refused, and that there is one default."""

from uuid import UUID

import pytest
from contracts.values import PostalAddress, Province
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_addresses import (
    MOST_ADDRESSES,
    add_address,
    choose_default_address,
    edit_address,
    remove_address,
)
from merchant_api.centre.errors import AddressNotFound, DefaultNeeded, TooManyAddresses
from merchant_api.centre.provinces import PROVINCES, contradicts, provinces_of
from merchant_api.centre.typed_address import AddressForm, address_of, faults_of

from tests.unit.merchant_api.centres import a_centre, an_address

FORM = AddressForm(
    name="  Réception \t Exemple ",
    line_1="1250, rue Exemple",
    city="Montréal",
    province="QC",
    postal_code=" h2x-1y4 ",
)
FIRST, SECOND, THIRD = (UUID(int=number) for number in (1, 2, 3))


def _with_three() -> CentreSettings:
    centre = a_centre()
    for address_id, name in ((FIRST, "Un"), (SECOND, "Deux"), (THIRD, "Trois")):
        centre = add_address(centre, address_id, an_address(name=name))
    return centre


def test_spaces_and_small_letters_are_forgiven() -> None:
    assert faults_of(FORM) == {}
    address = address_of(FORM)

    assert (address.name, address.postal_code) == ("Réception Exemple", "H2X1Y4")
    assert address.company is None


@pytest.mark.parametrize(
    ("field", "typed", "word"),
    [
        ("name", " \u0000 ", "address-name-missing"),
        ("name", "é" * 45, "address-name-long"),
        ("company", "é" * 45, "address-company-long"),
        ("line_1", "", "address-line-1-missing"),
        ("line_1", "é" * 45, "address-line-1-long"),
        ("line_2", "é" * 45, "address-line-2-long"),
        ("city", "é" * 41, "address-city-long"),
        ("province", "ZZ", "address-province-missing"),
        ("postal_code", "", "address-postal-code-missing"),
        ("postal_code", "H2X 1Y", "address-postal-code-malformed"),
        ("postal_code", "D2X 1Y4", "address-postal-code-malformed"),
    ],
)
def test_what_canada_post_would_not_print_is_said_at_its_field(
    field: str, typed: str, word: str
) -> None:
    faults = faults_of(FORM.model_copy(update={field: typed}))

    assert {name: fault.word for name, fault in faults.items()} == {field: word}


@pytest.mark.parametrize(("field", "most"), [("name", 44), ("line_1", 44), ("city", 40)])
def test_as_much_as_the_carrier_takes_is_taken_whole(field: str, most: int) -> None:
    form = FORM.model_copy(update={field: "é" * most})

    assert faults_of(form) == {}
    assert getattr(address_of(form), field) == "é" * most


@pytest.mark.parametrize(
    ("code", "province", "is_odd"),
    [
        ("H2X1Y4", "QC", False),
        ("H2X1Y4", "ON", True),
        ("X0A0H0", "NU", False),
        ("X1A1A1", "NT", False),
        ("X1A1A1", "YT", True),
        ("K1A0B1", "ON", False),
    ],
)
def test_a_postal_code_is_held_against_the_province(
    code: str, province: Province, *, is_odd: bool
) -> None:
    address = PostalAddress(
        name="Exemple", line_1="1", city="Ville", province=province, postal_code=code
    )

    assert contradicts(address) is is_odd


def test_every_letter_that_begins_a_postal_code_has_its_province() -> None:
    named = {province for letter in "ABCEGHJKLMNPRSTVXY" for province in provinces_of(letter)}

    assert named == set(PROVINCES)


def test_the_first_address_is_the_default_and_later_ones_are_not() -> None:
    centre = _with_three()

    assert centre.default_address_id == FIRST
    assert "addresses" in centre.saved


def test_an_address_that_comes_twice_is_there_once() -> None:
    centre = _with_three()

    assert add_address(centre, UUID(int=9), an_address(name="Deux")) == centre


def test_addresses_have_an_end() -> None:
    centre = a_centre()
    for number in range(MOST_ADDRESSES):
        centre = add_address(centre, UUID(int=number + 1), an_address(name=f"No {number}"))

    with pytest.raises(TooManyAddresses):
        add_address(centre, UUID(int=999), an_address(name="De trop"))


def test_editing_changes_one_and_keeps_the_order() -> None:
    centre = edit_address(_with_three(), SECOND, an_address(name="Autre"))

    assert [it.address.name for it in centre.addresses] == ["Un", "Autre", "Trois"]
    assert centre.default_address_id == FIRST


def test_the_default_goes_only_when_another_takes_its_place() -> None:
    centre = _with_three()

    with pytest.raises(DefaultNeeded):
        remove_address(centre, FIRST)
    with pytest.raises(AddressNotFound):
        remove_address(centre, FIRST, FIRST)
    assert remove_address(centre, FIRST, THIRD).default_address_id == THIRD


def test_any_other_address_goes_without_a_question() -> None:
    centre = remove_address(_with_three(), SECOND)

    assert [it.address_id for it in centre.addresses] == [FIRST, THIRD]
    assert centre.default_address_id == FIRST


def test_the_last_address_may_go_and_leaves_no_default() -> None:
    centre = remove_address(add_address(a_centre(), FIRST, an_address()), FIRST)

    assert (centre.addresses, centre.default_address_id) == ((), None)


def test_what_is_not_there_can_be_neither_edited_nor_removed_nor_chosen() -> None:
    centre, nobody = _with_three(), UUID(int=404)

    with pytest.raises(AddressNotFound):
        edit_address(centre, nobody, an_address())
    with pytest.raises(AddressNotFound):
        remove_address(centre, nobody)
    with pytest.raises(AddressNotFound):
        choose_default_address(centre, nobody)
