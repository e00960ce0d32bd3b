"""E-mails that mail goes to, and passwords that are not guessed first."""

import pytest
from merchant_api.people.typed_person import fault_of_password, read_email


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        (" Noa@Example.COM ", "noa@example.com"),
        ("o'neil+retours@sous.exemple.ca", "o'neil+retours@sous.exemple.ca"),
        ("noa", None),
        ("noa@", None),
        ("noa@a..ca", None),
        ("noa@-a.ca", None),
        ("noa @example.com", None),
        ("noa@example.com\x00", None),
        ("noa@example.com\nBcc: x@example.com", None),
        (f"{'a' * 65}@example.com", None),
        (f"a@{'a.' * 130}ca", None),
    ],
)
def test_an_email_is_read_or_refused(typed: str, email: str | None) -> None:
    assert read_email(typed) == email


@pytest.mark.parametrize(
    ("password", "word"),
    [
        ("neuf sign", "new-password-short"),
        ("x" * 201, "new-password-long"),
        ("xxxxxxxxxxxx", "new-password-weak"),
        ("Noa@Example.com", "new-password-weak"),
        ("dix signes", None),
    ],
)
def test_a_new_password_is_long_and_not_the_first_guess(password: str, word: str | None) -> None:
    fault = fault_of_password(password, "noa@example.com")

    assert (fault.word if fault else None) == word
