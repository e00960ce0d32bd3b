"""Notices to a merchant's people: which news is one, and what has to be known to write it."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from contracts.labels import LabelFailed, ParcelMoved
from contracts.messages import MessageFailed
from contracts.notifications import NoticeKind
from contracts.returns import ReturnRequested
from contracts.values import Email, Language, Value
from pydantic import AwareDatetime

OF_USE_FOR: Final = timedelta(days=2)
"""Later, whoever works the queue has seen it there."""


class StaffNews(Value):
    """What there is to tell, before it is known to whom."""

    kind: NoticeKind
    merchant_id: UUID
    return_id: UUID
    happened_at: AwareDatetime
    outcome: str = ""
    """Of a label or of a mail: `refused` or `unknown`."""
    template: str = ""
    """Of the mail that did not reach the customer."""
    said: str = ""
    """The carrier's own words."""


class Notice(StaffNews):
    """News for one recipient. It is our own record, and never on the wire."""

    email: Email
    language: Language

    @property
    def expires_at(self) -> datetime:
        return self.happened_at + OF_USE_FOR


def of_request(event: ReturnRequested) -> StaffNews:
    """Say that a request waits, or that a rule has looked at it."""
    return StaffNews(
        kind="new_request",
        merchant_id=event.merchant_id,
        return_id=event.return_id,
        happened_at=event.requested_at,
    )


def of_label(event: LabelFailed) -> StaffNews:
    """Say that there is no label, or that nobody knows."""
    return StaffNews(
        kind="label_problem",
        merchant_id=event.merchant_id,
        return_id=event.return_id,
        happened_at=event.failed_at,
        outcome=event.outcome,
        said=event.message,
    )


def of_parcel(event: ParcelMoved) -> StaffNews | None:
    """Say that the parcel is there; None as long as it is not."""
    if event.stage != "delivered":
        return None
    return StaffNews(
        kind="parcel_delivered",
        merchant_id=event.merchant_id,
        return_id=event.return_id,
        happened_at=event.happened_at,
    )


def of_mail(event: MessageFailed) -> StaffNews:
    """Say that the customer has not been reached, or perhaps not."""
    return StaffNews(
        kind="mail_failed",
        merchant_id=event.merchant_id,
        return_id=event.return_id,
        happened_at=event.failed_at,
        outcome=event.outcome,
        template=event.template,
    )
