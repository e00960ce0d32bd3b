"""Which event is told to whom by which message, and how a message is known again."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Literal, TypeAlias
from uuid import UUID, uuid5

from contracts.decisions import CustomerMessaged, ReturnDeclined
from contracts.handling import (
    LabelVoidRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnReceived,
)
from contracts.labels import LabelCreated
from contracts.notifications import NoticeRecipient
from contracts.people import PasswordChanged, PasswordResetRequested, PersonInvited
from contracts.returns import ReturnCancelled, ReturnRequested
from contracts.values import Language, Reply

from notifier import notices
from notifier.notices import Notice

Template = Literal[
    "request_received",
    "request_declined",
    "label_ready",
    "label_voided",
    "request_cancelled",
    "return_cancelled",
    "return_received",
    "return_closed",
    "store_message",
    "person_invited",
    "password_reset",
    "password_changed",
    "staff_notice",
]
"""Named as its folder in `mails/`."""

CustomerNews: TypeAlias = (
    ReturnRequested
    | ReturnDeclined
    | LabelCreated
    | LabelVoidRequested
    | ReturnCancelled
    | ReturnCancelledByMerchant
    | ReturnReceived
    | ReturnClosed
    | CustomerMessaged
)
"""What the customer is written to about."""

PersonNews: TypeAlias = PersonInvited | PasswordResetRequested | PasswordChanged
"""What one of a merchant's own people is written to about."""

Announced: TypeAlias = CustomerNews | PersonNews
"""Events of which each is one message to one reader, who is named in it."""

News: TypeAlias = Announced | Notice
"""A notice is made of events, for each of the people whom the merchant wants told."""

TEMPLATE_OF: MappingProxyType[type[Announced], Template] = MappingProxyType(
    {
        ReturnRequested: "request_received",
        ReturnDeclined: "request_declined",
        LabelCreated: "label_ready",
        LabelVoidRequested: "label_voided",
        ReturnCancelled: "request_cancelled",
        ReturnCancelledByMerchant: "return_cancelled",
        ReturnReceived: "return_received",
        ReturnClosed: "return_closed",
        CustomerMessaged: "store_message",
        PersonInvited: "person_invited",
        PasswordResetRequested: "password_reset",
        PasswordChanged: "password_changed",
    }
)
_NEWS_OF: MappingProxyType[str, type[News]] = MappingProxyType(
    {template: news for news, template in TEMPLATE_OF.items()} | {"staff_notice": Notice}
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person. `message_id` is the same however often its event is delivered."""

    message_id: UUID
    template: Template
    news: News

    @property
    def return_id(self) -> UUID | None:
        """The return whose customer it is for, if it is for one."""
        return None if isinstance(self.news, PersonNews | Notice) else self.news.return_id

    @property
    def merchant_id(self) -> UUID:
        """The store in whose name it is written."""
        return self.news.merchant_id

    @property
    def language(self) -> Language:
        """The reader's."""
        if isinstance(self.news, Notice):
            return self.news.language
        if isinstance(self.news, PersonNews):
            return self.news.confidential.language
        return reply_of(self.news).language

    @property
    def expires_at(self) -> datetime | None:
        """When what it says will be of no use any more, if that day comes."""
        if isinstance(self.news, PersonInvited | PasswordResetRequested | Notice):
            return self.news.expires_at
        return None


def message_again(last: Message, reply: Reply, event_id: UUID) -> Message:
    """Name the message that tells once more what `last` told: a mail of its own, written anew."""
    news = last.news.model_copy(update={"reply": reply})
    return Message(uuid5(event_id, last.template), last.template, news)


def reply_of(news: CustomerNews) -> Reply:
    """Return how the customer is written to. Only news that has one becomes a message."""
    assert news.reply is not None  # noqa: S101  see the consumer
    return news.reply


def message_about(news: Announced, event_id: UUID) -> Message:
    """Name the message that `news`, delivered as `event_id`, calls for."""
    template = TEMPLATE_OF[type(news)]
    if isinstance(news, ReturnCancelled | ReturnCancelledByMerchant):
        # Both sides may call it off at once: the customer is told of the first.
        return Message(uuid5(news.return_id, "cancelled"), template, news)
    return Message(uuid5(event_id, template), template, news)


def notice_to(news: notices.StaffNews, recipient: NoticeRecipient, cause_id: UUID) -> Message:
    """Name the message that tells `recipient` of `news`, which `cause_id` brought about."""
    notice = Notice(email=recipient.email, language=recipient.language, **news.model_dump())
    name = f"staff_notice:{news.kind}:{recipient.email.casefold()}"
    return Message(uuid5(cause_id, name), "staff_notice", notice)


def read_message(message_id: UUID, template: Template, news: str) -> Message:
    """Read a message back from what was kept of it. `news` is the JSON of its event."""
    event = _NEWS_OF[template].model_validate_json(news, extra="ignore")
    return Message(message_id, template, event)
