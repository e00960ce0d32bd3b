"""Notices to a merchant's people: what each says, in both parts, and what is none."""

from uuid import uuid4

import pytest
from contracts.labels import ParcelMoved, Stage
from contracts.notifications import NoticeKind, NoticeRecipient
from contracts.values import Language
from notifier import notices
from notifier.messages import notice_to, read_message

from tests.unit.notifier.news import (
    EVENT,
    MERCHANT,
    NOA,
    NOON,
    RETURN,
    STATUS_URL,
    a_centre,
    a_letter_to_staff,
    a_notice,
    a_request,
)
from tests.unit.notifier.reading import plain, read, tells_in_order

URL = "https://console.example/retours/RV-2841-6K"
NOA_READS = NoticeRecipient(email=NOA.email, language="fr", kinds=("new_request",))


@pytest.mark.parametrize(
    ("kind", "language", "outcome", "subject", "facts"),
    [
        (
            "new_request", "fr", "", "Nouvelle demande de retour : RV-2841-6K",
            ["Camille Exemple demande un retour", URL, "Endommagé à l’arrivée"],
        ),
        (
            "label_problem", "fr", "refused", "Étiquette à vérifier : RV-2841-6K",
            ["n’a pas été faite", "Le numéro de client n’est pas valide.", URL],
        ),
        (
            "label_problem", "en", "unknown", "Label to look into: RV-2841-6K",
            ["Nobody knows whether", "will not be bought again without you", URL],
        ),
        (
            "parcel_delivered", "en", "", "Parcel delivered: RV-2841-6K",
            ["Camille Exemple’s parcel is delivered", URL],
        ),
        (
            "mail_failed", "fr", "unknown", "Client non joint : RV-2841-6K",
            ["est peut-être parti, peut-être non", URL],
        ),
    ],
)  # fmt: skip
def test_a_notice_says_what_happened_and_leads_to_the_return(
    kind: NoticeKind, language: Language, outcome: str, subject: str, facts: list[str]
) -> None:
    letter = a_letter_to_staff(a_notice(kind, language=language, outcome=outcome))

    assert plain(letter.subject) == plain(subject)
    for part in (letter.text, " ".join(read(letter).said)):
        assert tells_in_order(plain(part), ["Renvoi", *facts])
        assert STATUS_URL not in part, "the customer's link is the customer's"


def test_where_a_rule_decides_nobody_is_said_to_wait() -> None:
    centre = a_centre().model_copy(update={"approval": "automatic"})

    letter = a_letter_to_staff(a_notice("new_request"), centre)

    assert "Votre règle d’approbation s’en occupe." in letter.text


@pytest.mark.parametrize(
    ("stage", "is_news"), [("delivered", True), ("in_transit", False), ("returning", False)]
)
def test_of_a_parcel_it_is_told_when_it_is_there(stage: Stage, *, is_news: bool) -> None:
    moved = ParcelMoved(
        return_id=RETURN,
        merchant_id=MERCHANT,
        tracking_pin="7023210194837261",
        stage=stage,
        carrier_code="1496",
        description="Livré",
        happened_at=NOON,
    )

    assert (notices.of_parcel(moved) is not None) == is_news


def test_one_cause_means_one_message_to_each_recipient() -> None:
    news = notices.of_request(a_request())
    louder = NOA_READS.model_copy(update={"email": NOA.email.upper()})
    other = NOA_READS.model_copy(update={"email": "autre@example.com"})

    message = notice_to(news, NOA_READS, EVENT)

    assert message.message_id == notice_to(news, louder, EVENT).message_id
    assert message.message_id != notice_to(news, other, EVENT).message_id
    assert message.message_id != notice_to(news, NOA_READS, uuid4()).message_id
    assert message.return_id is None, "nothing of it is announced as the customer's"


def test_a_notice_is_read_back_as_it_was_kept() -> None:
    message = notice_to(notices.of_request(a_request()), NOA_READS, EVENT)

    kept = read_message(message.message_id, "staff_notice", message.news.model_dump_json())

    assert kept == message
