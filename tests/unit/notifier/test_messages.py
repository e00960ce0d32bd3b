"""One event, one message, however often it comes."""

from uuid import uuid4

import pytest
from notifier.messages import News, message_about, read_message

from tests.unit.notifier.news import EVENT, a_label, a_refusal, a_request


@pytest.mark.parametrize(
    ("news", "template"),
    [
        (a_request(), "request_received"),
        (a_refusal(), "request_declined"),
        (a_label(), "label_ready"),
    ],
)
def test_an_event_means_one_message(news: News, template: str) -> None:
    message = message_about(news, EVENT)

    assert message.template == template
    assert message.message_id == message_about(news, EVENT).message_id
    assert message.message_id != message_about(news, uuid4()).message_id


@pytest.mark.parametrize("news", [a_request(language="en"), a_refusal(), a_label()])
def test_what_is_kept_of_a_message_is_read_back(news: News) -> None:
    message = message_about(news, EVENT)

    kept = read_message(message.message_id, message.template, news.model_dump_json())

    assert kept == message
