"""A row says anew what has changed, and that nothing has come for too long is such a change."""

from datetime import timedelta

from merchant_api.actors import by_rule
from merchant_api.deciding.decision import Decision
from merchant_api.queue.row_view import stamp_of

from tests.unit.merchant_api.test_timeline import NOON, RETURN, a_dossier

APPROVED = a_dossier(decision=Decision(RETURN, "approved", None, by_rule(3), NOON))


def test_a_page_is_told_when_a_label_is_late() -> None:
    soon, late = NOON + timedelta(seconds=30), NOON + timedelta(seconds=90)

    assert stamp_of(APPROVED, NOON) == stamp_of(APPROVED, soon)
    assert stamp_of(APPROVED, soon) != stamp_of(APPROVED, late)
