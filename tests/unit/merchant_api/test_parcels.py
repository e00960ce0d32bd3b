"""Usual parcels: written as people write numbers, and no larger than Canada Post takes."""

from uuid import UUID

import pytest
from chassis.words import Language, catalogue
from contracts.values import Parcel
from merchant_api.centre.centre_settings import CentreSettings, ParcelPreset
from merchant_api.centre.change_parcels import (
    MOST_PRESETS,
    add_preset,
    choose_default_preset,
    edit_preset,
    length_and_girth_mm,
    remove_preset,
)
from merchant_api.centre.errors import (
    DefaultNeeded,
    ParcelTooLarge,
    PresetNameTaken,
    PresetNotFound,
    TooManyPresets,
)
from merchant_api.centre.parcel_view import parcel_line
from merchant_api.centre.typed_parcel import ParcelForm, faults_of, preset_of

from tests.unit.merchant_api.centres import a_centre

FIRST, SECOND = UUID(int=1), UUID(int=2)
FORM = ParcelForm(name="Boîte", weight="1,2", length="35", width="25", height="10")


def _preset(preset_id: UUID, name: str) -> ParcelPreset:
    return ParcelPreset(preset_id=preset_id, name=name, parcel=Parcel(weight_grams=500))


def _with_two() -> CentreSettings:
    return add_preset(add_preset(a_centre(), _preset(FIRST, "Enveloppe")), _preset(SECOND, "Boîte"))


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("1,2", 1200), ("1.2", 1200), (" 1,2 kg ", 1200), ("30", 30_000), (".75", 750), ("0,0004", 0)],
)
def test_a_weight_is_read_with_comma_or_point(typed: str, grams: int) -> None:
    form = FORM.model_copy(update={"weight": typed})

    if grams:
        assert preset_of(form, FIRST).parcel.weight_grams == grams
    assert bool(faults_of(form)) is (grams == 0)


def test_sides_are_kept_to_the_millimetre() -> None:
    form = FORM.model_copy(update={"length": "35,5 cm", "width": "25.04", "height": "2.5"})

    parcel = preset_of(form, FIRST).parcel

    assert (parcel.length_mm, parcel.width_mm, parcel.height_mm) == (355, 250, 25)


def test_a_parcel_without_sides_is_one() -> None:
    form = FORM.model_copy(update={"length": "", "width": " ", "height": ""})

    assert faults_of(form) == {}
    assert preset_of(form, FIRST).parcel == Parcel(weight_grams=1200)


@pytest.mark.parametrize(
    ("field", "typed", "word"),
    [
        ("name", " ", "parcel-name-missing"),
        ("name", "b" * 41, "parcel-name-long"),
        ("weight", "", "parcel-weight-missing"),
        ("weight", "lourd", "parcel-weight-malformed"),
        ("weight", "-1", "parcel-weight-malformed"),
        ("weight", "0", "parcel-weight-malformed"),
        ("weight", "30,001", "parcel-weight-heavy"),
        ("length", "", "parcel-length-missing"),
        ("width", "large", "parcel-width-malformed"),
        ("height", "200,1", "parcel-height-long"),
        ("height", "0", "parcel-height-malformed"),
    ],
)
def test_what_canada_post_does_not_take_is_said_at_its_field(
    field: str, typed: str, word: str
) -> None:
    faults = faults_of(FORM.model_copy(update={field: typed}))

    assert {name: fault.word for name, fault in faults.items()} == {field: word}


def test_length_is_the_longest_side_wherever_it_was_typed() -> None:
    form = FORM.model_copy(update={"length": "50", "width": "160", "height": "21"})

    assert length_and_girth_mm(preset_of(form, FIRST).parcel) == 1600 + 2 * (500 + 210)
    assert {name: fault.word for name, fault in faults_of(form).items()} == {
        "length": "parcel-girth"
    }


def test_a_parcel_at_the_very_limit_is_taken() -> None:
    form = FORM.model_copy(update={"length": "200", "width": "30", "height": "20"})

    assert faults_of(form) == {}


@pytest.mark.parametrize(
    ("language", "line"), [("fr", "1,2 kg, 35,5 × 25 × 10 cm"), ("en", "1.2 kg, 35.5 × 25 × 10 cm")]
)
def test_a_parcel_is_written_as_one_writes_numbers(language: Language, line: str) -> None:
    words = catalogue("merchant_api")[language]
    parcel = Parcel(weight_grams=1200, length_mm=355, width_mm=250, height_mm=100)

    assert parcel_line(parcel, words).replace("\N{NO-BREAK SPACE}", " ") == line
    form = ParcelForm.of(ParcelPreset(preset_id=FIRST, name="Boîte", parcel=parcel), words)
    assert preset_of(form, FIRST).parcel == parcel


def test_the_first_parcel_is_the_default() -> None:
    assert _with_two().default_parcel == Parcel(weight_grams=500)
    assert _with_two().default_parcel_id == FIRST


def test_a_parcel_that_comes_twice_is_there_once() -> None:
    assert add_preset(_with_two(), _preset(UUID(int=9), "Boîte")) == _with_two()


def test_two_parcels_share_no_name() -> None:
    twin = _preset(UUID(int=9), "boîte").model_copy(update={"parcel": Parcel(weight_grams=1)})

    with pytest.raises(PresetNameTaken):
        add_preset(_with_two(), twin)
    with pytest.raises(PresetNameTaken):
        edit_preset(_with_two(), twin.model_copy(update={"preset_id": FIRST}))
    assert edit_preset(_with_two(), twin.model_copy(update={"preset_id": SECOND}))


def test_the_rule_holds_for_whoever_adds() -> None:
    large = Parcel(weight_grams=1, length_mm=2000, width_mm=400, height_mm=300)

    with pytest.raises(ParcelTooLarge):
        add_preset(a_centre(), ParcelPreset(preset_id=FIRST, name="Canot", parcel=large))


def test_the_default_goes_only_when_another_takes_its_place() -> None:
    with pytest.raises(DefaultNeeded):
        remove_preset(_with_two(), FIRST)
    with pytest.raises(PresetNotFound):
        remove_preset(_with_two(), FIRST, FIRST)
    assert remove_preset(_with_two(), FIRST, SECOND).default_parcel_id == SECOND
    assert remove_preset(_with_two(), SECOND).default_parcel_id == FIRST


def test_the_last_parcel_may_go() -> None:
    left = remove_preset(remove_preset(_with_two(), SECOND), FIRST)

    assert (left.parcels, left.default_parcel) == ((), None)


def test_parcels_have_an_end() -> None:
    centre = a_centre()
    for number in range(MOST_PRESETS):
        centre = add_preset(centre, _preset(UUID(int=number + 1), f"No {number}"))

    with pytest.raises(TooManyPresets):
        add_preset(centre, _preset(UUID(int=999), "De trop"))


def test_what_is_not_there_can_be_neither_edited_nor_removed_nor_chosen() -> None:
    nobody = UUID(int=404)

    with pytest.raises(PresetNotFound):
        edit_preset(_with_two(), _preset(nobody, "Rien"))
    with pytest.raises(PresetNotFound):
        remove_preset(_with_two(), nobody)
    with pytest.raises(PresetNotFound):
        choose_default_preset(_with_two(), nobody)
