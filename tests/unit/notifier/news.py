"""News to write to customers about, and the centre in whose name it is written."""

from datetime import UTC, date, datetime, timedelta
from typing import Literal
from uuid import UUID

from contracts.centres import CentreConfigured, OfferedReason
from contracts.decisions import CustomerMessaged, ReturnDeclined
from contracts.handling import (
    LabelVoidRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnReceived,
)
from contracts.labels import LabelCreated
from contracts.notifications import NoticeKind, NoticeRecipient, NotificationsConfigured
from contracts.people import (
    Confided,
    Confidential,
    PasswordChanged,
    PasswordResetRequested,
    PersonInvited,
    Store,
)
from contracts.returns import Reason, ReturnCancelled, ReturnRequested
from contracts.values import (
    BlobRef,
    Language,
    Method,
    PostalAddress,
    Reply,
    ReplyTo,
    Words,
)
from notifier.letters import (
    Letter,
    write_letter,
    write_letter_to_person,
    write_letter_to_staff,
)
from notifier.messages import CustomerNews, Message, PersonNews, message_about
from notifier.notices import Notice

MERCHANT = UUID("01900000-0000-7000-8000-000000000001")
RETURN = UUID("01900000-0000-7000-8000-000000000002")
EVENT = UUID("01900000-0000-7000-8000-000000000003")
NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
STATUS_URL = "https://retours.example/r/AAAAAAAAAAAAAAAAAAAAAA"
CAMILLE = ReplyTo(email="camille@example.com", name="Camille Exemple", status_url=STATUS_URL)
WAREHOUSE = PostalAddress(
    name="Entrepôt Boréal",
    line_1="1250, rue Exemple",
    city="Montréal",
    province="QC",
    postal_code="H2X1Y4",
)
FILE = BlobRef(key="labels/qr.png", media_type="image/png", size_bytes=1, sha256="0" * 64)


LINK = "https://console.example/invitation/BBBBBBBBBBBBBBBBBBBBBB"
NOA = Confided(email="noa@atelier-boreal.example", url=LINK, by="demi@atelier-boreal.example")
STORE = Store(
    store_name="Atelier Boréal",
    legal_name="Atelier Boréal inc.",
    postal_address=WAREHOUSE,
    contact_email="retours@atelier-boreal.example",
)


def a_centre(
    *,
    version: int = 1,
    store_name: str = "Atelier Boréal",
    contact_email: str = "retours@atelier-boreal.example",
    accent: str = "#23504a",
    answer_business_days: int = 2,
) -> CentreConfigured:
    return CentreConfigured(
        merchant_id=MERCHANT,
        version=version,
        slug="atelier-boreal",
        is_open=True,
        store_name=store_name,
        legal_name="Atelier Boréal inc.",
        postal_address=PostalAddress(
            name="Atelier Boréal inc.",
            line_1="10, chemin du Siège",
            line_2="bureau 3",
            city="Sherbrooke",
            province="QC",
            postal_code="J1H1A1",
        ),
        contact_email=contact_email,
        privacy_email="vie-privee@atelier-boreal.example",
        accent=accent,
        background="aurore",
        reasons=(OfferedReason(code="damaged", words=Words(fr="Endommagé", en="Damaged")),),
        methods=("qr_code", "printed_label"),
        approval="manual",
        answer_business_days=answer_business_days,
        policy=Words(fr="Trente jours.", en="Thirty days."),
        configured_at=NOON,
    )


def a_request(
    *, language: Language = "fr", number: str = "RV-2841-6K", sealed: str = "sealed"
) -> ReturnRequested:
    return ReturnRequested(
        return_id=RETURN,
        number=number,
        merchant_id=MERCHANT,
        shipment_id=RETURN,
        tracking_number="7023210194837261",
        reasons=(
            Reason(code="damaged", words=Words(fr="Endommagé à l’arrivée", en="Damaged")),
            Reason(code="too_small", words=Words(fr="Trop petit", en="Too small")),
        ),
        method="qr_code",
        language=language,
        customer_name="Camille Exemple",
        customer_email="camille@example.com",
        requested_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_refusal(
    *, language: Language = "fr", message: str = "Le sceau est brisé.", sealed: str = "sealed"
) -> ReturnDeclined:
    return ReturnDeclined(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        message=message,
        declined_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_store_message(
    *, language: Language = "fr", message: str = "Une photo?\nMerci.", sealed: str = "sealed"
) -> CustomerMessaged:
    return CustomerMessaged(
        letter_id=EVENT,
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        message=message,
        written_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_label(
    *,
    language: Language = "fr",
    method: Method = "qr_code",
    opens: str = "label",
    use_by_on: date | None = date(2026, 12, 23),
    qr_png: BlobRef = FILE,
    sealed: str = "sealed",
    generation: int = 1,
) -> LabelCreated:
    return LabelCreated(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        method=method,
        tracking_pin="7023210194837261",
        label=FILE,
        qr_png=qr_png,
        qr_svg=FILE,
        qr_opens="label" if opens == "label" else "counter",
        use_by_on=use_by_on,
        return_address=WAREHOUSE,
        created_at=NOON,
        reply=Reply(language=language, sealed=sealed),
        generation=generation,
    )


def a_reception(*, language: Language = "fr", sealed: str = "sealed") -> ReturnReceived:
    return ReturnReceived(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        received_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_closure(*, language: Language = "fr", sealed: str = "sealed") -> ReturnClosed:
    return ReturnClosed(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        closed_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_void(*, language: Language = "fr", sealed: str = "sealed") -> LabelVoidRequested:
    return LabelVoidRequested(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        generation=1,
        cause="merchant",
        requested_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_cancellation(*, language: Language = "fr", sealed: str = "sealed") -> ReturnCancelled:
    return ReturnCancelled(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        cancelled_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_cancellation_by_the_store(
    *, language: Language = "fr", sealed: str = "sealed"
) -> ReturnCancelledByMerchant:
    return ReturnCancelledByMerchant(
        return_id=RETURN,
        number="RV-2841-6K",
        merchant_id=MERCHANT,
        cancelled_at=NOON,
        reply=Reply(language=language, sealed=sealed),
    )


def a_letter(news: CustomerNews, centre: CentreConfigured | None = None) -> Letter:
    return write_letter(message_about(news, EVENT), centre or a_centre(), CAMILLE)


def an_invitation(
    *,
    language: Language = "fr",
    role: Literal["owner", "agent"] = "agent",
    store: Store = STORE,
    sealed: str = "sealed",
) -> PersonInvited:
    return PersonInvited(
        person_id=RETURN,
        merchant_id=MERCHANT,
        store=store,
        role=role,
        invited_at=NOON,
        expires_at=NOON + timedelta(days=7),
        confidential=Confidential(language=language, sealed=sealed),
    )


def a_reset(
    *, language: Language = "fr", store: Store = STORE, sealed: str = "sealed"
) -> PasswordResetRequested:
    return PasswordResetRequested(
        person_id=RETURN,
        merchant_id=MERCHANT,
        store=store,
        requested_at=NOON,
        expires_at=NOON + timedelta(hours=1),
        confidential=Confidential(language=language, sealed=sealed),
    )


def a_changed_password(
    *, language: Language = "fr", store: Store = STORE, sealed: str = "sealed"
) -> PasswordChanged:
    return PasswordChanged(
        person_id=RETURN,
        merchant_id=MERCHANT,
        store=store,
        changed_at=NOON,
        confidential=Confidential(language=language, sealed=sealed),
    )


def a_list(*recipients: NoticeRecipient, version: int = 1) -> NotificationsConfigured:
    return NotificationsConfigured(
        merchant_id=MERCHANT, version=version, recipients=recipients, configured_at=NOON
    )


def a_notice(kind: NoticeKind, *, language: Language = "fr", outcome: str = "refused") -> Notice:
    return Notice(
        kind=kind,
        merchant_id=MERCHANT,
        return_id=RETURN,
        happened_at=NOON,
        outcome=outcome if kind in ("label_problem", "mail_failed") else "",
        said="Le numéro de client\nn’est pas valide." if kind == "label_problem" else "",
        email=NOA.email,
        language=language,
    )


def a_letter_to_staff(notice: Notice, centre: CentreConfigured | None = None) -> Letter:
    message = Message(EVENT, "staff_notice", notice)
    url = "https://console.example/retours/RV-2841-6K"
    return write_letter_to_staff(message, notice, a_request(), centre or a_centre(), url)


def a_letter_to_person(news: PersonNews, confided: Confided = NOA) -> Letter:
    return write_letter_to_person(message_about(news, EVENT), news, confided)
