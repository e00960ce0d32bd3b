"""What a mail server's answer means, and what follows from it. Pure."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

Step = Literal["connection", "sender", "recipient", "data", "content"]
"""How far a conversation had come. `connection` ends with the greeting, EHLO, TLS and login."""

GIVE_UP_AFTER = timedelta(hours=24)
"""How long a message is tried. Later, a customer would rather have read it on the page."""

# Codes that speak of our own login, not of the message: a person mends that, and then it goes.
# Source: RFC 4954 section 6.
_ABOUT_OUR_LOGIN = frozenset({530, 534, 535, 538})

_CONNECTING_AGAIN_S, _CONNECTING_AT_MOST_S = 0.5, 60.0
# A greylisting server wants some seconds to minutes between two tries.
_ASKING_AGAIN_S, _ASKING_AT_MOST_S = 5.0, 600.0


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended. `deferred`: nothing was sent, and it may be tried again.

    `cause` is a code or words of ours, never the server's, which may name people.
    """

    outcome: Literal["sent", "deferred", "refused", "unknown"]
    cause: str
    code: int | None = None


def answered(step: Step, code: int) -> Ending:
    """Judge a whole answer by its first digit. Source: RFC 5321 section 4.2.1."""
    cause = f"{code} to {step}"
    match code // 100:
        case 2 if step == "content":
            return Ending("sent", cause, code)
        case 5 if step != "connection" and code not in _ABOUT_OUR_LOGIN:
            return Ending("refused", cause, code)
        case 4 | 5:
            return Ending("deferred", cause, code)
        case _ if step == "content":
            return unanswered("no answer of SMTP")
        case _:
            return unsaid(step, "no answer of SMTP")


def unsaid(step: Step, cause: str) -> Ending:
    """Judge a conversation that broke off before the content was handed over."""
    return Ending("deferred", f"{cause} at {step}")


def unanswered(cause: str) -> Ending:
    """Judge one that broke off after it: the server may have taken the message."""
    return Ending("unknown", f"{cause} after the content")


def pause(ending: Ending, attempts: int) -> float:
    """Say for how many seconds at least a deferred message rests after `attempts` attempts."""
    first, most = (
        (_CONNECTING_AGAIN_S, _CONNECTING_AT_MOST_S)
        if ending.code is None
        else (_ASKING_AGAIN_S, _ASKING_AT_MOST_S)
    )
    return min(first * 2.0 ** min(attempts - 1, 16), most)
