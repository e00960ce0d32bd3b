"""The W3C trace that a piece of work belongs to, carried from request to event to event."""

import re
import secrets
from contextvars import ContextVar

_FORM = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
_current: ContextVar[str | None] = ContextVar("traceparent", default=None)


def traceparent() -> str:
    """Return the current trace, begun here if there is none."""
    current = _current.get()
    if current is None:
        current = f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-01"
        _current.set(current)
    return current


def continue_trace(received: str | None) -> None:
    """Go on with the trace that came in; a missing or malformed one begins a new trace."""
    _current.set(received if received and _FORM.fullmatch(received) else None)
