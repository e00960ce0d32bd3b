"""Headers that hold text from outside, encoded so that it cannot mean anything else.

`EmailMessage` alone does not see to that. Below Python 3.11.10 and 3.12.5 it decodes encoded words
in what it is given and writes the line ends found inside as they are (CVE-2024-6923), and a quoted
name too long for its line loses its quotes. So the lines are made here, and handed over as header
objects of our own, which it passes on unchanged (`email.policy`, "header_store_parse").
"""

import re
from dataclasses import dataclass
from email.header import Header
from email.policy import Policy

from notifier.mailboxes import Mailbox

_LINE = 76
_FOLD = "\r\n "

# Control characters, and all that Unicode takes for space or the end of a line.
_GAPS = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
# What may stand in clear in a subject, and in a name. Source: RFC 5322 section 3.2.3, "atom".
_CLEAR_TEXT = re.compile(r"(?!.*=\?)[ -~]+")
_CLEAR_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+/^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/^_`{|}~-]+)*")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """A header as it goes out, folded already."""

    name: str
    value: str

    def fold(self, *, policy: Policy) -> str:
        """Write the whole header."""
        return f"{self.name}: {self.value}{policy.linesep}"


def text_header(name: str, text: str) -> HeaderLine:
    """Make a header of free text."""
    return HeaderLine(name, _encoded(name, text, clear=_CLEAR_TEXT))


def mailbox_header(name: str, person: str, mailbox: Mailbox) -> HeaderLine:
    """Make a header of one address, with a name if there is one."""
    words = _encoded(name, person, clear=_CLEAR_NAME)
    if not words:
        return HeaderLine(name, str(mailbox))
    last_line = f"{name}: {words}".rpartition("\r\n")[2]
    gap = " " if len(f"{last_line} <{mailbox}>") <= _LINE else _FOLD
    return HeaderLine(name, f"{words}{gap}<{mailbox}>")


def one_line(text: str) -> str:
    """Leave of `text` what can be seen, in one line."""
    return _GAPS.sub(" ", text).strip()


def _encoded(name: str, text: str, *, clear: re.Pattern[str]) -> str:
    text = one_line(text)
    if not text or (clear.fullmatch(text) and len(f"{name}: {text}") <= _LINE):
        return text
    return Header(text, "utf-8", _LINE, name).encode(linesep="\r\n")
