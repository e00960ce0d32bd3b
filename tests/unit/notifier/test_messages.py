"""One event, one message, however often it comes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from notifier.messages import Announced, message_about, read_message

from tests.unit.notifier.news import (
    EVENT,
    NOON,
    a_cancellation,
    a_cancellation_by_the_store,
    a_changed_password,
    a_closure,
    a_label,
    a_reception,
    a_refusal,
    a_request,
    a_reset,
    a_store_message,
    a_void,
    an_invitation,
)


@pytest.mark.parametrize(
    ("news", "template"),
    [
        (a_request(), "request_received"),
        (a_refusal(), "request_declined"),
        (a_label(), "label_ready"),
        (a_void(), "label_voided"),
        (a_reception(), "return_received"),
        (a_closure(), "return_closed"),
        (a_store_message(), "store_message"),
        (an_invitation(), "person_invited"),
        (a_reset(), "password_reset"),
        (a_changed_password(), "password_changed"),
    ],
)
def test_an_event_means_one_message(news: Announced, template: str) -> None:
    message = message_about(news, EVENT)

    assert message.template == template
    assert message.message_id == message_about(news, EVENT).message_id
    assert message.message_id != message_about(news, uuid4()).message_id


@pytest.mark.parametrize(
    "news", [a_request(language="en"), a_refusal(), a_label(), an_invitation(language="en")]
)
def test_what_is_kept_of_a_message_is_read_back(news: Announced) -> None:
    message = message_about(news, EVENT)

    kept = read_message(message.message_id, message.template, news.model_dump_json())

    assert kept == message


def test_what_is_told_of_a_link_is_of_no_use_once_the_link_is_dead() -> None:
    assert message_about(an_invitation(), EVENT).expires_at == NOON + timedelta(days=7)
    assert message_about(a_reset(), EVENT).expires_at == NOON + timedelta(hours=1)
    assert message_about(a_changed_password(), EVENT).expires_at is None
    assert message_about(a_label(), EVENT).expires_at is None


def test_called_off_by_both_sides_at_once_it_is_told_once() -> None:
    by_customer = message_about(a_cancellation(), EVENT)
    by_store = message_about(a_cancellation_by_the_store(), uuid4())

    assert by_customer.message_id == by_store.message_id
    assert {by_customer.template, by_store.template} == {"request_cancelled", "return_cancelled"}
