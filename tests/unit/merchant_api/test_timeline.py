"""What has happened to a return is told in the order of time, whoever told of it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from contracts.returns import Reason
from contracts.values import Words
from merchant_api.actors import Actor
from merchant_api.course.course import (
    Closure,
    Course,
    LabelVoid,
    Reception,
    Replacement,
    Resend,
)
from merchant_api.deciding.decision import Decision
from merchant_api.returns.records import (
    Dossier,
    Label,
    LabelFailure,
    Message,
    Move,
    QueueLine,
    ReturnRequest,
)
from merchant_api.returns.timeline import timeline

NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
RETURN = UUID("019ab000-0000-7000-8000-0000000000a1")
REASONS = (Reason(code="damaged", words=Words(fr="Endommagé", en="Damaged")),)


def _after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def a_dossier(
    *,
    decision: Decision | None = None,
    label: Label | None = None,
    failures: tuple[LabelFailure, ...] = (),
    moves: tuple[Move, ...] = (),
    messages: tuple[Message, ...] = (),
    course: Course | None = None,
) -> Dossier:
    return Dossier(
        line=QueueLine(
            return_id=RETURN,
            number="RV-2841-6K",
            customer_name="Camille Exemple",
            reasons=REASONS,
            method="qr_code",
            requested_at=NOON,
            state="requested",
            tab="to_decide",
            since_at=NOON,
            is_labelled=label is not None,
            label_failure=None,
            stage=None,
            version=1,
        ),
        request=ReturnRequest(
            return_id=RETURN,
            number="RV-2841-6K",
            shipment_id=UUID(int=1),
            tracking_number="7000000000001013",
            reasons=REASONS,
            comment=None,
            method="qr_code",
            language="fr",
            customer_name="Camille Exemple",
            customer_email="camille@example.com",
            requested_at=NOON,
        ),
        decision=decision,
        shipment=None,
        estimates=(),
        label=label,
        failures=failures,
        moves=moves,
        messages=messages,
        course=course or Course(1),
    )


def test_a_request_alone_is_one_moment() -> None:
    [moment] = timeline(a_dossier())

    assert (moment.kind, moment.at) == ("requested", NOON)


def test_moments_stand_in_the_order_of_time_and_not_of_their_tables() -> None:
    dossier = a_dossier(
        decision=Decision(
            RETURN, "approved", None, Actor("user", "1", "demi@example.com"), _after(2)
        ),
        label=Label("7023210194837261", "label", None, _after(5)),
        failures=(LabelFailure("unknown", (), "Perdu de vue.", _after(3)),),
        moves=(Move("accepted", "Accepté", "Sherbrooke, QC", _after(60)),),
        messages=(
            Message("request_received", "sent", None, _after(1)),
            Message("label_ready", "unknown", None, _after(6)),
        ),
    )

    told = [moment.kind for moment in timeline(dossier)]

    assert told == [
        "requested",
        "message_sent",
        "approved",
        "label_unknown",
        "label_created",
        "message_unknown",
        "parcel_moved",
    ]


def test_a_parcel_moves_after_its_label_whatever_the_carriers_clock_says() -> None:
    label = Label("7023210194837261", "label", None, _after(5))
    moves = (Move("accepted", "Accepté", None, _after(4)),)

    told = [moment.kind for moment in timeline(a_dossier(label=label, moves=moves))]

    assert told == ["requested", "label_created", "parcel_moved"]


def test_a_scan_is_told_with_its_place_where_there_is_one() -> None:
    moves = (Move("accepted", "Accepté", "Sherbrooke, QC", NOON), Move("info", "Reçu", None, NOON))

    _, *scans = timeline(a_dossier(moves=moves))

    told = [(scan.text, scan.place) for scan in scans]
    assert told == [("Accepté", "Sherbrooke, QC"), ("Reçu", None)]


def test_what_people_did_afterwards_has_its_place() -> None:
    demi = Actor("user", "1", "demi@example.com")
    course = Course(
        generation=2,
        voids=(LabelVoid(1, "replaced", demi.name, _after(10)),),
        replacements=(Replacement(2, demi, _after(10)),),
        resends=(Resend(RETURN, "label_ready", demi.name, _after(15)),),
        reception=Reception("damaged", "Coin enfoncé.", demi, _after(20)),
        closure=Closure(demi, _after(30)),
    )

    moments = timeline(a_dossier(course=course))

    assert [moment.kind for moment in moments] == [
        "requested",
        "label_voided",
        "label_replaced",
        "resend_asked",
        "received",
        "closed",
    ]
