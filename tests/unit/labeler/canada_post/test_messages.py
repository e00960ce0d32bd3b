"""The carrier's error body."""

from collections.abc import Callable

from labeler.canada_post.messages import Message, read_messages


def test_every_message_is_read_not_only_the_first(golden: Callable[[str], bytes]) -> None:
    assert read_messages(golden("messages")) == (
        Message("9111", "Aucun service n'est offert pour ce colis."),
        Message("2695", "Le numéro de téléphone n'est pas valide."),
    )


def test_no_message_is_still_an_error_body() -> None:
    assert read_messages(b'<messages xmlns="http://www.canadapost.ca/ws/messages"/>') == ()


def test_another_document_is_no_error_body(golden: Callable[[str], bytes]) -> None:
    assert read_messages(golden("authorized-return-info")) is None


def test_parts_may_be_missing_and_nothing_grows_without_bound() -> None:
    many = b"<message><code>1</code></message>" * 100
    long = b"<message><description>%s</description></message>" % (b"x" * 9_999)

    read = read_messages(b"<messages>" + long + many + b"</messages>")

    assert read is not None
    assert len(read) == 20
    assert read[0] == Message("", "x" * 500)
    assert read[1] == Message("1", "")


def test_a_description_may_quote_a_person_and_is_not_shown() -> None:
    assert "Exemple" not in repr(Message("Server", "cvc-pattern-valid: Value 'Exemple'"))
