"""Codec of the carrier's error body, which can come with any status."""

from dataclasses import dataclass, field

from labeler.canada_post.elements import children, parse, text
from labeler.canada_post.errors import Unreadable

_MOST = 20
_LONGEST_CODE = 32
_LONGEST_DESCRIPTION = 500


@dataclass(frozen=True, slots=True)
class Message:
    """One complaint. `description` is in the language asked for, but for the gateway's own."""

    code: str
    description: str = field(repr=False)


def read_messages(body: bytes) -> tuple[Message, ...] | None:
    """Read the complaints of a reply; None when it is no error body at all.

    Zero messages is a legal error body and does come with failing statuses. Bounded in number
    and length, since they are stored. Source: Canada Post schema messages.xsd (read 2026-11).
    """
    try:
        root = parse(body, "messages")
    except Unreadable:
        return None
    return tuple(
        Message(
            code=text(message, "code")[:_LONGEST_CODE],
            description=text(message, "description")[:_LONGEST_DESCRIPTION],
        )
        for message in children(root, "message")[:_MOST]
    )
