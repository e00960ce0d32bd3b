"""Only what was told, and still holds, is told again."""

import pytest
from merchant_api.actors import Actor
from merchant_api.course.course import Cancellation, Course, LabelVoid
from merchant_api.course.resending import resendable
from merchant_api.deciding.decision import Decision
from merchant_api.returns.records import Label, Message

from tests.unit.merchant_api.test_timeline import NOON, RETURN, a_dossier

SOMEONE = Actor("user", "1", "demi@example.com")

MESSAGES = tuple(
    Message(template, "sent", None, NOON)
    for template in ("request_received", "label_ready", "label_ready", "request_cancelled")
)
VOID = LabelVoid(1, "merchant", "demi", NOON)
CANCELLED = Cancellation("customer", None, NOON)


@pytest.mark.parametrize(
    ("course", "expected"),
    [
        (Course(1), ("request_cancelled", "label_ready", "request_received")),
        (Course(1, voids=(VOID,)), ("request_cancelled", "request_received")),
        (Course(1, cancellation=CANCELLED), ("request_cancelled",)),
    ],
)
def test_what_holds_no_more_is_not_offered(course: Course, expected: tuple[str, ...]) -> None:
    dossier = a_dossier(
        decision=Decision(RETURN, "approved", None, SOMEONE, NOON),
        label=Label("7023210194837261", "label", None, NOON),
        messages=MESSAGES,
        course=course,
    )

    assert resendable(dossier) == expected
