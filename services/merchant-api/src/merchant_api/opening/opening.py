"""A return that the merchant's people open for a customer: what it needs, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from contracts.handling import ReturnOpenedForCustomer
from contracts.returns import Reason
from contracts.values import Language, Method

from merchant_api.actors import Actor
from merchant_api.centre.centre_settings import CentreSettings, StoredReason
from merchant_api.centre.typed import Fault, Faults, email, line, paragraphs
from merchant_api.returns.errors import OpeningFaulty
from merchant_api.shipments.records import Shipment

MOST_COMMENT_CHARACTERS = 1000
MOST_NAME_CHARACTERS = 100

Progress = Literal["coming", "there", "refused"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody filled in for a customer, as typed."""

    reasons: Sequence[str] = ()
    comment: str = ""
    method: str = ""
    language: str = ""
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """What was opened, and how far it has come. `number` is that of the return, or of the other.

    `coming`: portal-api has not answered. `refused`: another return is open for the parcel.
    """

    return_id: UUID
    progress: Progress
    number: str | None
    is_approved: bool
    actor: Actor


def announce_opening(
    asked: Asked,
    shipment: Shipment,
    settings: CentreSettings,
    merchant_id: UUID,
    return_id: UUID,
    at: datetime,
) -> ReturnOpenedForCustomer:
    """Say all that portal-api needs to make the return. Raises OpeningFaulty."""
    faults = _faults(asked, settings)
    if faults:
        raise OpeningFaulty(faults)
    return ReturnOpenedForCustomer(
        return_id=return_id,
        merchant_id=merchant_id,
        shipment_id=shipment.shipment_id,
        tracking_number=shipment.tracking_number,
        reasons=tuple(Reason(code=it.code, words=it.words) for it in _ticked(asked, settings)),
        comment=paragraphs(asked.comment) or None,
        method=_method(asked, settings) or settings.methods[0],
        language=_language(asked, shipment),
        customer_name=line(asked.name)[:MOST_NAME_CHARACTERS] or shipment.recipient.name,
        customer_email=email(asked.email) or "",
        opened_at=at,
    )


def _faults(asked: Asked, settings: CentreSettings) -> Faults:
    ticked = _ticked(asked, settings)
    comment = paragraphs(asked.comment)
    wants_comment = any(it.asks_comment for it in ticked)
    return {
        **({} if ticked else {"reasons": Fault("opening-reasons-missing")}),
        **({"comment": Fault("opening-comment-missing")} if wants_comment and not comment else {}),
        **(
            {"comment": Fault("opening-comment-long")}
            if len(comment) > MOST_COMMENT_CHARACTERS
            else {}
        ),
        **({} if _method(asked, settings) else {"method": Fault("opening-method-missing")}),
        **({} if email(asked.email) else {"email": Fault("opening-email-wrong")}),
    }


def _ticked(asked: Asked, settings: CentreSettings) -> list[StoredReason]:
    return [it for it in settings.offered_reasons if it.code in asked.reasons]


def _method(asked: Asked, settings: CentreSettings) -> Method | None:
    return next((it for it in settings.methods if it == asked.method), None)


def _language(asked: Asked, shipment: Shipment) -> Language:
    if asked.language in ("fr", "en"):
        return "en" if asked.language == "en" else "fr"
    return shipment.content.language or "fr"
