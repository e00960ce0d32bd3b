"""What the merchant reads when there is no label."""

from chassis.words import catalogue
from labeler.canada_post import OutcomeUnknown
from labeler.refusals import tell_doubt

WORDS = catalogue("labeler")


def test_a_doubt_names_the_reference_that_the_carrier_was_given() -> None:
    told = tell_doubt(OutcomeUnknown("the answer was lost"), WORDS["fr"], "RV-2841-6K")

    assert "RV-2841-6K" in told
    assert told == told.strip()


def test_a_doubt_repeats_what_the_carrier_did_say() -> None:
    unclear = OutcomeUnknown("status 500", status=500, codes=("Server",), descriptions=("Panne.",))

    assert tell_doubt(unclear, WORDS["fr"], "RV-2841-6K").endswith(" Panne.")
