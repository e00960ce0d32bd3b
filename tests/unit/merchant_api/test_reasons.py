import pytest
from contracts.values import Words
from merchant_api.centre.centre_settings import CentreSettings, StoredReason
from merchant_api.centre.errors import ReasonsInvalid
from merchant_api.centre.reason_form import acted, form_of
from merchant_api.centre.reasons import ReasonRow, save_reasons
from merchant_api.centre.starter_reasons import STARTER_REASONS

ADDRESS = {
    "name": "Atelier",
    "line_1": "1, rue de l’Exemple",
    "city": "Montréal",
    "province": "QC",
    "postal_code": "H2X1Y4",
}


def a_centre(*reasons: StoredReason, **changes: object) -> CentreSettings:
    return CentreSettings.model_validate(
        {
            "slug": "atelier",
            "store_name": "Atelier",
            "legal_name": "Atelier inc.",
            "postal_address": ADDRESS,
            "contact_email": "bonjour@example.com",
            "privacy_email": "vie-privee@example.com",
            "policy": {"fr": "Trente jours.", "en": "Thirty days."},
            "reasons": reasons,
            **changes,
        }
    )


def a_reason(code: str, fr: str, en: str, *, is_retired: bool = False) -> StoredReason:
    return StoredReason(code=code, words=Words(fr=fr, en=en), is_retired=is_retired)


SMALL = a_reason("trop_petit", "Trop petit", "Too small")
BIG = a_reason("trop_grand", "Trop grand", "Too big")


def _refused(settings: CentreSettings, *rows: ReasonRow) -> list[tuple[int | None, str, str]]:
    with pytest.raises(ReasonsInvalid) as refused:
        save_reasons(settings, rows)
    return [(fault.place, fault.field, fault.name) for fault in refused.value.faults]


def test_the_set_to_begin_with_can_be_saved_as_it_is_and_ends_with_something_else() -> None:
    saved = save_reasons(a_centre(), STARTER_REASONS)

    assert [reason.code for reason in saved.offered_reasons][:2] == ["trop_petit", "trop_grand"]
    assert [reason.asks_comment for reason in saved.reasons] == [False] * 7 + [True]
    assert saved.saved == ("reasons",)


def test_neither_language_may_be_missing() -> None:
    rows = (ReasonRow(None, "Trop petit", ""), ReasonRow(None, "", "Too big"))

    assert _refused(a_centre(), *rows) == [(0, "en", "missing"), (1, "fr", "missing")]


def test_a_new_row_without_a_word_is_passed_over_but_not_one_that_was_emptied() -> None:
    saved = save_reasons(a_centre(SMALL), [_row(SMALL), ReasonRow(None, "", "")])
    faults = _refused(a_centre(SMALL), ReasonRow("trop_petit", "", ""))

    assert saved.reasons == (SMALL,)
    assert faults == [(0, "fr", "missing"), (0, "en", "missing")]


def test_one_reason_has_to_stay_offered() -> None:
    retired = ReasonRow("trop_petit", "Trop petit", "Too small", is_retired=True)

    assert _refused(a_centre(SMALL), retired) == [(None, "list", "none-offered")]
    assert _refused(a_centre()) == [(None, "list", "none-offered")]


def test_two_reasons_that_say_the_same_are_one_too_many() -> None:
    rows = (ReasonRow(None, "Trop petit", "Too small"), ReasonRow(None, "trop petit", "Tiny"))

    assert _refused(a_centre(), *rows) == [(1, "fr", "twice")]


def test_a_reason_has_to_be_read_at_a_glance() -> None:
    assert _refused(a_centre(), ReasonRow(None, "x" * 101, "x")) == [(0, "fr", "too-long")]


def test_a_code_is_made_of_the_french_words_and_never_given_again() -> None:
    retired = a_reason("cause_abime", "Cause abîmé", "Cause: damaged", is_retired=True)
    rows = [
        ReasonRow(None, "Cœur : brisé à l’arrivée!", "Broken heart"),
        ReasonRow(None, "Cause abîmé", "Damaged"),
        ReasonRow(None, "???", "What"),
    ]

    saved = save_reasons(a_centre(retired), rows)

    codes = [reason.code for reason in saved.reasons]
    assert codes == ["coeur_brise_a_l_arrivee", "cause_abime_2", "motif", "cause_abime"]


def test_a_reason_keeps_its_code_when_its_words_change() -> None:
    saved = save_reasons(a_centre(SMALL), [ReasonRow("trop_petit", "Trop juste", "Too tight")])

    assert [(it.code, it.words.fr) for it in saved.reasons] == [("trop_petit", "Trop juste")]


def test_what_somebody_else_has_just_added_stays() -> None:
    saved = save_reasons(a_centre(SMALL, BIG), [_row(SMALL)])

    assert saved.reasons == (SMALL, BIG)


def test_a_retired_reason_keeps_the_words_it_had_and_comes_back() -> None:
    retired = save_reasons(
        a_centre(SMALL, BIG), [_row(SMALL), ReasonRow("trop_grand", "", "", is_retired=True)]
    )
    back = save_reasons(retired, [_row(SMALL), _row(BIG)])

    assert retired.offered_reasons == (SMALL,)
    assert retired.reasons[1].words == BIG.words
    assert back.offered_reasons == (SMALL, BIG)


def test_a_code_that_nobody_knows_is_refused() -> None:
    assert _refused(a_centre(), ReasonRow("inconnu", "x", "y")) == [(0, "code", "not-known")]


def test_buttons_change_the_form_and_lose_nothing_of_it() -> None:
    form = form_of(a_centre(SMALL, BIG))

    moved = acted(form, "down:trop_petit")
    retired = acted(moved, "retire:trop_petit")
    added = acted(retired, "add")

    assert [it.key for it in moved.rows] == ["trop_grand", "trop_petit"]
    assert moved.focus == "up-trop_petit", "the other button can do nothing any more"
    assert [it.key for it in retired.offered] == ["trop_grand"]
    assert [it.key for it in acted(added, "restore:trop_petit").offered] == [
        "trop_grand",
        "N1",
        "trop_petit",
    ]
    assert acted(added, "retire:N1").rows == retired.rows, "a new row is simply gone"
    assert acted(form, "up:trop_petit") == acted(form, "nonsense") == form


def _row(reason: StoredReason) -> ReasonRow:
    return ReasonRow(
        reason.code, reason.words.fr, reason.words.en, reason.asks_comment, reason.is_retired
    )
