"""What one service takes for an address, the next one takes too."""

import pytest
from contracts.values import Email
from hypothesis import given
from hypothesis import strategies as st
from notifier.mailboxes import parse_mailbox
from portal_api import typed
from pydantic import TypeAdapter

SIGNS = st.text(st.sampled_from("aZ9é.-_+'@ ß。xn"), max_size=80)


@given(st.one_of(st.emails(), st.text(), SIGNS, st.builds("{}@{}".format, SIGNS, SIGNS)))
def test_notifier_can_write_to_every_address_that_the_portal_takes(text: str) -> None:
    taken = typed.email(text)

    if taken is not None:
        TypeAdapter(Email).validate_python(taken)
        parse_mailbox(taken)


@pytest.mark.parametrize(
    "text",
    ["é@example.com", "a@-x.ca", "a@ex_ample.com", f"{'a' * 65}@x.ca", "a@xn--.ca", "a@.ca"],
)
def test_no_customer_waits_for_a_mail_that_no_server_takes(text: str) -> None:
    assert typed.email(text) is None
