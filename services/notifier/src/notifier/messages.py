"""Which event is told to the customer by which message, and how a message is known again."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias
from uuid import UUID, uuid5

from contracts.decisions import ReturnDeclined
from contracts.labels import LabelCreated
from contracts.returns import ReturnRequested
from contracts.values import Language

Template = Literal["request_received", "request_declined", "label_ready"]
"""Named as its folder in `mails/`."""

News: TypeAlias = ReturnRequested | ReturnDeclined | LabelCreated
"""What the customer is written to about."""

TEMPLATE_OF: MappingProxyType[type[News], Template] = MappingProxyType(
    {
        ReturnRequested: "request_received",
        ReturnDeclined: "request_declined",
        LabelCreated: "label_ready",
    }
)
_NEWS_OF: MappingProxyType[str, type[News]] = MappingProxyType(
    {template: news for news, template in TEMPLATE_OF.items()}
)


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person. `message_id` is the same however often its event is delivered."""

    message_id: UUID
    template: Template
    news: News

    @property
    def return_id(self) -> UUID:
        """The return that it is about."""
        return self.news.return_id

    @property
    def merchant_id(self) -> UUID:
        """The store in whose name it is written."""
        return self.news.merchant_id

    @property
    def language(self) -> Language:
        """The customer's."""
        return self.news.reply.language


def message_about(news: News, event_id: UUID) -> Message:
    """Name the message that `news`, delivered as `event_id`, calls for."""
    template = TEMPLATE_OF[type(news)]
    return Message(uuid5(event_id, template), template, news)


def read_message(message_id: UUID, template: Template, news: str) -> Message:
    """Read a message back from what was kept of it. `news` is the JSON of its event."""
    event = _NEWS_OF[template].model_validate_json(news, extra="ignore")
    return Message(message_id, template, event)
