"""What an answer means: did it, refused, nothing happened, or nobody knows.

The rule for a creation: nothing happened only if the carrier's gateway or its validation says so.
Everything else that is not a readable success is unknown, since a second label is worse than a
person's look. Sources: Canada Post REST error table and notices (read 2026-11).

| Answer                                                | to a read            | to a creation |
|-------------------------------------------------------|----------------------|---------------|
| 429, or any status with "Rejected by SLM Monitor"     | throttled            | throttled     |
| any status with code E002 or AA...                    | refused              | refused       |
| any status with code Server and a "cvc-" text         | refused              | refused       |
| 400 with 9150, 9151, 9155 (rendering failed)          | unavailable          | unknown       |
| 400 with 9153 (not finished)                          | unavailable          | refused       |
| other 4xx, with or without messages                   | refused              | refused       |
| 408                                                   | unavailable          | unknown       |
| 202                                                   | unavailable, >= 1 s  | unknown       |
| 3xx, 5xx, other 2xx                                   | unavailable          | unknown       |
| 200 with coded messages                               | refused              | unknown       |
| 200 with zero messages, or unreadable                 | unavailable          | unknown       |
| 200 beyond the limit                                  | unavailable          | as it reads   |
| connection refused, or not made in time               | unavailable          | unavailable   |
| lost, or timed out, once connected                    | unavailable          | unknown       |
"""

import re
from collections.abc import Sequence
from http import HTTPStatus

from labeler.canada_post.errors import (
    CarrierRefused,
    CarrierThrottled,
    CarrierUnavailable,
    OutcomeUnknown,
)
from labeler.canada_post.messages import Message, read_messages
from labeler.canada_post.transport import Answer

WINDOW_S = 60.0

_CREATED = {HTTPStatus.OK, HTTPStatus.CREATED}
_GATEWAY_CODE = re.compile(r"E002|AA\d+")
_RENDERING_FAILED = {"9150", "9151", "9155"}
_NOT_FINISHED = "9153"


def check_creation(answer: Answer) -> None:
    """Pass if a creation's answer may be read as a success.

    Raises CarrierRefused, CarrierThrottled or OutcomeUnknown.
    """
    messages = read_messages(answer.body)
    _check_gateway(answer, messages or ())
    codes, descriptions = _spread(messages or ())
    if _is_refusing(answer.status) and not _RENDERING_FAILED & set(codes):
        raise CarrierRefused(codes, descriptions, status=answer.status)
    if answer.status in _CREATED and messages is None:
        return  # cut or not: if a PIN can be read in it, the label exists
    cause = f"status {answer.status} does not say whether anything was created"
    raise OutcomeUnknown(cause, status=answer.status, codes=codes, descriptions=descriptions)


def check_read(answer: Answer) -> None:
    """Pass if the answer to a call that changes nothing may be read as a success.

    Raises CarrierRefused, CarrierThrottled or CarrierUnavailable.
    """
    messages = read_messages(answer.body)
    _check_gateway(answer, messages or ())
    codes, descriptions = _spread(messages or ())
    if answer.status == HTTPStatus.ACCEPTED or (_RENDERING_FAILED | {_NOT_FINISHED}) & set(codes):
        wait_s = max(1.0, answer.retry_after_s or 0.0)
        raise CarrierUnavailable(cause="not ready yet", retry_after_s=wait_s)
    if _is_refusing(answer.status) or (answer.status == HTTPStatus.OK and codes):
        raise CarrierRefused(codes, descriptions, status=answer.status)
    if answer.status != HTTPStatus.OK or messages is not None:
        cause = f"status {answer.status} without a result"
        raise CarrierUnavailable(cause, retry_after_s=answer.retry_after_s)
    if answer.cut:
        raise CarrierUnavailable(cause="the answer is longer than it may be")


def _check_gateway(answer: Answer, messages: Sequence[Message]) -> None:
    """Raise for what is said before any service has seen the request, whatever the status.

    The only place where descriptions are read: throttling and broken schemas share the code
    `Server` with every other trouble, and their texts have only been seen in English.
    """
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS or _is_throttled(answer, messages):
        wait_s = max(WINDOW_S, answer.retry_after_s or 0.0)
        raise CarrierThrottled(cause="too many calls", retry_after_s=wait_s)
    if any(_GATEWAY_CODE.fullmatch(m.code) or _breaks_schema(m) for m in messages):
        codes, descriptions = _spread(messages)
        raise CarrierRefused(codes, descriptions, status=answer.status)


def _is_throttled(answer: Answer, messages: Sequence[Message]) -> bool:
    """Tell a rejection that comes as messages or, outside of them, as bare text or a fault."""
    said = any(m.code == "Server" and "SLM Monitor" in m.description for m in messages)
    return said or (not messages and b"Rejected by SLM Monitor" in answer.body[:2000])


def _breaks_schema(message: Message) -> bool:
    return message.code == "Server" and "cvc-" in message.description


def _is_refusing(status: int) -> bool:
    """4xx says that nothing was done; 408 may be a gateway's that gave up on the service."""
    client_error = HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR
    return client_error and status != HTTPStatus.REQUEST_TIMEOUT


def _spread(messages: Sequence[Message]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(m.code for m in messages), tuple(m.description for m in messages)
