"""The rules of deciding: once, with the shipment at hand, and a no never without words."""

from datetime import datetime

from contracts.decisions import ReturnApproved, ReturnDeclined
from contracts.values import Parcel, PostalAddress

from merchant_api.actors import Actor
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.deciding.decision import Decision, DeclineReason
from merchant_api.deciding.terms import Wish, agree_terms
from merchant_api.returns.errors import (
    AlreadyDecided,
    MessageMissing,
    MessageTooLong,
    NotNow,
    ParcelUnknown,
    ShipmentNotKnown,
)
from merchant_api.returns.records import Estimate, PendingReturn
from merchant_api.shipments.records import Shipment

MOST_NAME_CHARACTERS = 44
"""What the carrier prints of a name."""

MOST_MESSAGE_CHARACTERS = 2000


def approve(
    pending: PendingReturn,
    wish: Wish,
    settings: CentreSettings,
    last: Estimate | None,
    actor: Actor,
    at: datetime,
) -> Decision:
    """Approve `pending` on the terms that were chosen, or else are usual.

    Raises AlreadyDecided, NotNow, ShipmentNotKnown and what `agree_terms` raises.
    """
    _check_undecided(pending)
    terms = agree_terms(wish, shipment_of(pending), settings, last)
    return Decision(pending.return_id, "approved", None, actor, at, terms=terms)


def decline(
    pending: PendingReturn,
    message: str,
    reason: DeclineReason | None,
    actor: Actor,
    at: datetime,
) -> Decision:
    """Decline `pending` in the words of `message`; `reason` is for ourselves.

    Raises AlreadyDecided, NotNow, MessageMissing, MessageTooLong.
    """
    _check_undecided(pending)
    words = message.replace("\r\n", "\n").strip()
    if not words:
        raise MessageMissing
    if len(words) > MOST_MESSAGE_CHARACTERS:
        raise MessageTooLong
    return Decision(pending.return_id, "declined", words, actor, at, decline_reason=reason)


def announce_approval(pending: PendingReturn, decision: Decision) -> ReturnApproved:
    """Say all that labeler needs to obtain the label. Raises ShipmentNotKnown."""
    terms = decision.terms
    assert terms is not None  # noqa: S101  `approve` makes no decision without
    return ReturnApproved(
        return_id=pending.return_id,
        number=pending.number,
        merchant_id=pending.merchant_id,
        method=pending.method,
        service_code=terms.service_code,
        returner=returner_of(pending, shipment_of(pending).recipient),
        receiver=terms.address,
        parcel=terms.parcel,
        approved_at=decision.decided_at,
        reply=pending.reply,
    )


def announce_refusal(pending: PendingReturn, decision: Decision) -> ReturnDeclined:
    """Say what notifier needs to tell the customer."""
    return ReturnDeclined(
        return_id=pending.return_id,
        number=pending.number,
        merchant_id=pending.merchant_id,
        message=decision.message or "",
        declined_at=decision.decided_at,
        reply=pending.reply,
    )


def shipment_of(pending: PendingReturn) -> Shipment:
    """Return the shipment that goes back. Raises ShipmentNotKnown."""
    if pending.shipment is None:
        raise ShipmentNotKnown(pending.return_id)
    return pending.shipment


def parcel_of(shipment: Shipment, settings: CentreSettings) -> Parcel:
    """Return the parcel as it was sent, or as this merchant usually sends. Raises ParcelUnknown."""
    parcel = shipment.parcel or settings.default_parcel
    if parcel is None:
        raise ParcelUnknown
    return parcel


def returner_of(pending: PendingReturn, recipient: PostalAddress) -> PostalAddress:
    """Take the address the parcel went to, with the name of the person who asked."""
    name = pending.customer_name.strip()[:MOST_NAME_CHARACTERS].rstrip()
    return recipient.model_copy(update={"name": name or recipient.name})


def _check_undecided(pending: PendingReturn) -> None:
    if pending.is_cancelled:
        raise NotNow(obstacle="cancelled")
    if pending.decision is not None:
        raise AlreadyDecided(pending.decision)
