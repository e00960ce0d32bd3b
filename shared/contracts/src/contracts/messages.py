"""What became of messages to people. Topic `notifier.messages`, written by notifier."""

from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from contracts.event import Event
from contracts.labels import Outcome


class MessageSent(Event):
    """The other side's mail server has taken the message."""

    type: ClassVar[str] = "renvoi.message-sent.v1"

    message_id: UUID
    return_id: UUID
    merchant_id: UUID
    template: str
    sent_at: AwareDatetime


class MessageFailed(Event):
    """The message will not be sent by itself any more."""

    type: ClassVar[str] = "renvoi.message-failed.v1"

    message_id: UUID
    return_id: UUID
    merchant_id: UUID
    template: str
    outcome: Outcome
    reason: str
    """An SMTP code or a cause in our words; never the other server's text, which may hold names."""
    failed_at: AwareDatetime
