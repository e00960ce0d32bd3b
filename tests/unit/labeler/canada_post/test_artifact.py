"""Checks of a label's link and of its bytes."""

import httpx
import pytest
from labeler.canada_post import ArtifactLink, CarrierUnavailable, RequestNotSendable
from labeler.canada_post.artifact import check_link, check_pdf
from labeler.canada_post.transport import Answer

BASE = httpx.URL("https://carrier.example")
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example.elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example@elsewhere.example/rs/artifact/an-api-user/1/0",
        "https://someone@carrier.example/rs/artifact/an-api-user/1/0",
        "http://carrier.example/rs/artifact/an-api-user/1/0",
        "https://carrier.example:8443/rs/artifact/an-api-user/1/0",
        "//elsewhere.example/rs/artifact/an-api-user/1/0",
        "/rs/artifact/an-api-user/1/0",
        "https://carrier.example\\@elsewhere.example/",
        "file:///etc/hostname",
        "https://[",
        "",
    ],
)
def test_a_link_to_anywhere_else_is_refused_without_being_told(href: str) -> None:
    with pytest.raises(RequestNotSendable) as refusal:
        check_link(ArtifactLink(href, "application/pdf"), BASE)

    assert "an-api-user" not in str(refusal.value) + repr(refusal.value.descriptions)


@pytest.mark.parametrize(
    "href", ["https://carrier.example:443/rs/artifact/x/1/0", "HTTPS://Carrier.Example/ers/1"]
)
def test_the_same_host_may_be_spelled_otherwise(href: str) -> None:
    check_link(ArtifactLink(href, "application/pdf"), BASE)


def test_only_a_pdf_is_asked_for() -> None:
    with pytest.raises(RequestNotSendable):
        check_link(ArtifactLink("https://carrier.example/1", "application/zpl"), BASE)


def test_a_whole_pdf_passes_unchanged() -> None:
    assert check_pdf(Answer(200, "application/pdf", body=PDF)) is PDF


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (PDF, "text/html"),
        (PDF, ""),
        (b"<html/>", "application/pdf"),
        (b"", "application/pdf"),
        (b"\n" + PDF, "application/pdf"),
        (PDF[:30], "application/pdf"),
    ],
)
def test_what_is_no_whole_pdf_does_not_pass(body: bytes, media_type: str) -> None:
    with pytest.raises(CarrierUnavailable):
        check_pdf(Answer(200, media_type, body=body))
