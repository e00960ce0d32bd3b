"""Addresses that a mail server takes."""

import re
from dataclasses import dataclass

_LOCAL_PART = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*")
_LONGEST = 254


class NotAMailbox(ValueError):
    """No mail server would take this address. The address itself is not in the message."""


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address in ASCII, fit for SMTP without the SMTPUTF8 extension."""

    local_part: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local_part}@{self.domain}"


def parse_mailbox(text: str) -> Mailbox:
    """Read an address as browsers do, with a domain in any script. Raises NotAMailbox.

    Quoted local parts, comments and address literals are refused; so are local parts beyond
    ASCII, which few servers take and none has to. Source: HTML, "valid e-mail address".
    """
    local_part, _, domain = text.strip().rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode().lower()
    except UnicodeError:
        ascii_domain = ""
    mailbox = Mailbox(local_part, ascii_domain)
    if not (
        _LOCAL_PART.fullmatch(local_part)
        and _DOMAIN.fullmatch(ascii_domain)
        and len(str(mailbox)) <= _LONGEST
    ):
        message = "no mail server would take this address"
        raise NotAMailbox(message)
    return mailbox
