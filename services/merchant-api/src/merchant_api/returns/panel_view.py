"""An open return: what the customer said, what is known, what can be done."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chassis.words import Language, Words, spaced_pin

from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.words import actor_name, city_line, template_name
from merchant_api.course.acts import Act, allowed, standing_of
from merchant_api.course.resending import resendable
from merchant_api.deciding.decline_view import Refusal, refusal_of
from merchant_api.deciding.price_view import Cost, cost_of
from merchant_api.deciding.terms_form import TermsForm
from merchant_api.deciding.terms_view import TermsView, agreed_line, terms_view
from merchant_api.queue.statuses import Status
from merchant_api.returns.history_view import HistoryLine, history_of
from merchant_api.returns.label_view import LabelView, label_of
from merchant_api.returns.records import Dossier
from merchant_api.returns.way_back import PAGE
from merchant_api.returns.window import window_of
from merchant_api.shipments.records import Shipment
from merchant_api.writing.writing_view import OtherReturns, Written, lines_of, others_of, written_of


@dataclass(frozen=True, slots=True)
class Ruling:
    """The decision, told: what, by whom, when, and the words the customer got."""

    title: str
    status: Status
    by: str
    message: tuple[str, ...]
    reason: str
    """Why it was declined, for ourselves; empty if nobody said."""
    agreed: str
    """The terms of an approval in one line; empty if nobody wrote them down."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything the open row shows below its line. Texts are ready; empty ones are left out."""

    number: str
    quote: tuple[str, ...]
    received: str
    method: str
    reasons: tuple[str, ...]
    tracking_number: str
    delivered: str
    window: Status | None
    window_day: str
    email: str
    city: str
    history: tuple[HistoryLine, ...]
    unreached: tuple[str, ...]
    cost: Cost
    ruling: Ruling | None
    label: LabelView | None
    can_decide: bool
    acts: tuple[Act, ...]
    resendable: tuple[tuple[str, str], ...]
    has_shipment: bool
    shipment_id: UUID
    order: str
    language: Language
    others: OtherReturns
    notes: tuple[Written, ...]
    letters: tuple[Written, ...]
    terms: TermsView | None
    refusal: Refusal | None
    here: str
    """`page` on the return's own page; empty in its row."""

    @property
    def is_page(self) -> bool:
        return self.here == PAGE


def panel_of(
    dossier: Dossier,
    settings: CentreSettings,
    words: Words,
    now: datetime,
    *,
    here: str = "",
    typed_terms: TermsForm | None = None,
) -> Panel:
    """Show a return whole, in its row or, with PAGE as `here`, on its own page."""
    request, shipment = dossier.request, dossier.shipment
    window, window_day = _window(dossier, settings, words)
    delivered_on = shipment.content.delivered_on if shipment else None
    return Panel(
        number=request.number,
        quote=lines_of(words("quoted", text=request.comment)) if request.comment else (),
        received=words("received-on", at=words.moment(request.requested_at)),
        method=words(f"method-{request.method}"),
        reasons=tuple(getattr(reason.words, words.language) for reason in request.reasons),
        tracking_number=spaced_pin(request.tracking_number),
        delivered=words("delivered-on", day=words.day(delivered_on)) if delivered_on else "",
        window=window,
        window_day=window_day,
        email=request.customer_email,
        city=city_line(shipment.recipient, words) if shipment else "",
        history=history_of(dossier, words),
        unreached=_unreached(dossier, words),
        cost=cost_of(dossier.estimates, words, now),
        ruling=_ruling(dossier, words),
        label=label_of(dossier, words, now),
        can_decide=dossier.decision is None and dossier.course.cancellation is None,
        acts=allowed(standing_of(dossier)),
        resendable=tuple((it, template_name(it, words)) for it in resendable(dossier)),
        has_shipment=shipment is not None,
        shipment_id=request.shipment_id,
        order=_order(shipment, words),
        language=request.language,
        others=others_of(dossier, words),
        notes=written_of(dossier.notes, words),
        letters=written_of(dossier.letters, words),
        terms=_terms(dossier, settings, words, typed_terms),
        refusal=refusal_of(request.number, request.language, settings, words, now)
        if dossier.decision is None
        else None,
        here=here,
    )


def _terms(
    dossier: Dossier, settings: CentreSettings, words: Words, typed: TermsForm | None
) -> TermsView | None:
    if dossier.decision is not None or dossier.shipment is None:
        return None
    last = dossier.estimates[-1] if dossier.estimates else None
    return terms_view(dossier.shipment, settings, last, words, typed)


def _window(dossier: Dossier, settings: CentreSettings, words: Words) -> tuple[Status | None, str]:
    """Place the request in the return window, where there is one and delivery is known."""
    delivered_on = dossier.shipment.content.delivered_on if dossier.shipment else None
    window = window_of(dossier.request.requested_at, delivered_on, settings.window_days)
    if window is None:
        return None, ""
    day = words("window-day", day=window.day, days=window.of_days)
    if window.is_inside:
        return Status("circle-check", "ok", words("window-inside")), day
    return Status("hourglass", "wait", words("window-outside")), day


def _unreached(dossier: Dossier, words: Words) -> tuple[str, ...]:
    """Name the messages that did not, or perhaps did not, arrive, and were not sent again."""
    last = {message.template: message for message in dossier.messages}
    return tuple(
        words(
            f"unreached-{message.outcome}",
            told=template_name(message.template, words),
            email=dossier.request.customer_email,
            reason=message.reason or "",
        )
        for message in last.values()
        if message.outcome != "sent"
    )


def _ruling(dossier: Dossier, words: Words) -> Ruling | None:
    decision = dossier.decision
    if decision is None:
        return None
    status = (
        Status("circle-check", "ok", words("decision-approved"))
        if decision.verdict == "approved"
        else Status("circle-x", "stop", words("decision-declined"))
    )
    return Ruling(
        title=words("decision"),
        status=status,
        by=words(
            "decided-by",
            who=actor_name(decision.actor, words),
            at=words.moment(decision.decided_at),
        ),
        message=lines_of(words.bound(decision.message or "")),
        reason=words(f"decline-reason-{decision.decline_reason}")
        if decision.decline_reason
        else "",
        agreed=agreed_line(decision.terms, words) if decision.terms else "",
    )


def _order(shipment: Shipment | None, words: Words) -> str:
    number = shipment.content.order_number if shipment else None
    return f"{words('order')} {number}" if number else ""
