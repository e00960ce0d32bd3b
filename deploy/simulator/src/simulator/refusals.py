"""Why a request is refused: the carrier's codes and its error body.

The codes and their meanings are Canada Post's; the sentences are ours, for no client may read them.
Where several codes of a family would do, the one a rule uses is our reading.
"""

from collections.abc import Sequence

from simulator.services import Language
from simulator.wire import WEB_SERVICES, Vocabulary, document
from simulator.words import catalogue

MESSAGES = Vocabulary(f"{WEB_SERVICES}messages")


class Refused(Exception):
    """The carrier says no, with an HTTP status and no, one or several codes."""

    def __init__(self, status: int, *codes: str, text: str | None = None) -> None:
        super().__init__(status, *codes)
        self.status = status
        self.codes = codes
        self.text = text


def schema_violation(complaint: str) -> Refused:
    """Refuse as the carrier's gateway refuses XML that breaks its schema: 500, code Server."""
    return Refused(500, "Server", text=complaint)


def messages_body(codes: Sequence[str], language: Language, text: str | None = None) -> bytes:
    """Write the `messages` document; with no code it is empty, which the carrier does send."""
    messages = [
        MESSAGES(
            "message",
            MESSAGES("code", code),
            MESSAGES("description", text or _describe(code, language)),
        )
        for code in codes
    ]
    return document(MESSAGES("messages", *messages))


def _describe(code: str, language: Language) -> str:
    say = catalogue(language)
    try:
        return say(f"refusal-{code}")
    except LookupError:
        return say("refusal-other")
