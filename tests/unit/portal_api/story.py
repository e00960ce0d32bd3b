"""A centre and a return as rules see them, with honest defaults."""

from datetime import UTC, date, datetime
from uuid import UUID

from contracts.centres import CentreConfigured, OfferedReason
from contracts.labels import Stage
from contracts.values import BlobRef, PostalAddress, Words
from portal_api.standing import Decision, Label, Move, StandingReturn

MERCHANT = UUID("019ab000-0000-7000-8000-000000000001")
NOON = datetime(2026, 11, 23, 17, tzinfo=UTC)
ADDRESS = PostalAddress(
    name="Retours",
    company="Atelier Boréal inc.",
    line_1="1250, rue Exemple",
    city="Montréal",
    province="QC",
    postal_code="H2X1Y4",
)
REASONS = (
    OfferedReason(code="fit", words=Words(fr="Ne convient pas", en="Doesn’t fit")),
    OfferedReason(code="damaged", words=Words(fr="Endommagé", en="Damaged")),
)


def a_centre(**changes: object) -> CentreConfigured:
    values: dict[str, object] = {
        "merchant_id": MERCHANT,
        "version": 1,
        "slug": "atelier-boreal",
        "is_open": True,
        "store_name": "Atelier Boréal",
        "legal_name": "Atelier Boréal inc.",
        "postal_address": ADDRESS,
        "contact_email": "retours@example.com",
        "privacy_email": "vie-privee@example.com",
        "accent": "#23504a",
        "background": "aurore",
        "reasons": REASONS,
        "methods": ("qr_code", "printed_label"),
        "approval": "manual",
        "window_days": 30,
        "answer_business_days": 2,
        "policy": Words(fr="Trente jours.", en="Thirty days."),
        "configured_at": NOON,
    }
    return CentreConfigured.model_validate({**values, **changes})


def a_return(  # noqa: PLR0913  a test names the one fact that it is about
    *,
    decision: Decision | None = None,
    label: Label | None = None,
    label_failed_at: datetime | None = None,
    moves: tuple[Move, ...] = (),
    received_at: datetime | None = None,
    closed_at: datetime | None = None,
    cancelled_at: datetime | None = None,
    label_voided_at: datetime | None = None,
    label_asked_at: datetime | None = None,
) -> StandingReturn:
    return StandingReturn(
        return_id=UUID("019ab000-0000-7000-8000-0000000000a1"),
        number="RV-2K84-6T",
        centre=a_centre(),
        tracking_number="7023210194837261",
        reasons=REASONS[:1],
        comment=None,
        method="qr_code",
        language="fr",
        customer_email="camille@example.com",
        policy=Words(fr="Trente jours.", en="Thirty days."),
        answer_by_on=date(2026, 11, 25),
        requested_at=NOON,
        decision=decision,
        label=label,
        label_failed_at=label_failed_at,
        moves=moves,
        received_at=received_at,
        closed_at=closed_at,
        cancelled_at=cancelled_at,
        cancelled_by="customer" if cancelled_at else None,
        label_voided_at=label_voided_at,
        label_asked_at=label_asked_at,
    )


def a_label(*, use_by_on: date | None = date(2026, 12, 23)) -> Label:
    file = BlobRef(key="k", media_type="image/png", size_bytes=1, sha256="0" * 64)
    return Label(
        tracking_pin="7023210039414604",
        files={"label.pdf": file, "qr.png": file, "qr.svg": file},
        qr_opens="label",
        use_by_on=use_by_on,
        return_address=ADDRESS,
        created_at=NOON,
    )


def a_move(stage: Stage, *, at: datetime = NOON, place: str | None = None) -> Move:
    return Move(stage=stage, description="Item processed", place=place, happened_at=at)
