"""What merchants do with a return around its decision. Topic `merchant.decisions`."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from contracts.event import Event
from contracts.values import Reply


class ReturnReceived(Event):
    """The merchant has the parcel, and looks at what is in it."""

    type: ClassVar[str] = "renvoi.return-received.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    received_at: AwareDatetime
    reply: Reply


class ReturnClosed(Event):
    """The merchant is done with the return. What comes of the money is not told here."""

    type: ClassVar[str] = "renvoi.return-closed.v1"

    return_id: UUID
    number: str
    merchant_id: UUID
    closed_at: AwareDatetime
    reply: Reply
