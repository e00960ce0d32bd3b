"""What people type of themselves, read with good will: e-mails and new passwords."""

import re
from typing import Final

from merchant_api.centre.typed import Fault

LEAST_PASSWORD: Final = 10
MOST_PASSWORD: Final = 200
MOST_EMAIL: Final = 254

# What every mail server takes. Source: HTML, "valid e-mail address", with a domain that a
# certificate could name; notifier's `mailboxes.py` is the last to look.
_LABEL: Final = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
EMAIL: Final = rf"^[A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{_LABEL}(\.{_LABEL})*$"
_AN_EMAIL: Final = re.compile(EMAIL)


def read_email(typed: str) -> str | None:
    """Return an e-mail in lower case, or None if no mail would go there."""
    email = typed.strip().lower()
    return email if len(email) <= MOST_EMAIL and _AN_EMAIL.fullmatch(email) else None


def fault_of_password(password: str, email: str) -> Fault | None:
    """Find fault with a new password. Length is what counts; a sentence makes a good one."""
    if len(password) < LEAST_PASSWORD:
        return Fault("new-password-short", {"least": LEAST_PASSWORD})
    if len(password) > MOST_PASSWORD:
        return Fault("new-password-long", {"most": MOST_PASSWORD})
    is_guessed_first = password.lower() == email or len(set(password)) == 1
    return Fault("new-password-weak") if is_guessed_first else None
