"""Checks of a label file, before the link is followed and before the bytes are kept.

Source: Canada Post REST, Get Artifact (read 2026-11): same credentials, the link's media type as
`Accept`, repeatable, gone after 5 days for authorized returns. Error bodies have been stored as
labels elsewhere, hence the distrust.
"""

import httpx

from labeler.canada_post.errors import CarrierUnavailable, RequestNotSendable
from labeler.canada_post.inputs import ArtifactLink
from labeler.canada_post.transport import Answer

PDF = "application/pdf"

_TAIL_BYTES = 1024


def check_link(link: ArtifactLink, base_url: httpx.URL) -> None:
    """Refuse to send credentials anywhere but to the configured host. Raises RequestNotSendable.

    Scheme, host and port must be the base address's; a relative link is refused as well.
    """
    try:
        url = httpx.URL(link.href)
    except httpx.InvalidURL as error:
        raise RequestNotSendable(field="artifact link", fault="is no address") from error
    if _origin(url) != _origin(base_url) or url.userinfo:
        raise RequestNotSendable(field="artifact link", fault="leads to another host")
    if link.media_type != PDF:
        raise RequestNotSendable(field="artifact link", fault="is not one to a PDF")


def check_pdf(answer: Answer) -> bytes:
    """Pass the bytes on if they are a whole PDF. Raises CarrierUnavailable: fetching is free.

    The end is looked for as well as the beginning: once kept, a torn label could not be had again.
    """
    if answer.media_type != PDF:
        raise CarrierUnavailable(cause="the label came as another media type")
    if not answer.body.startswith(b"%PDF-"):
        raise CarrierUnavailable(cause="the label does not begin like a PDF")
    if b"%%EOF" not in answer.body[-_TAIL_BYTES:]:
        raise CarrierUnavailable(cause="the label does not end like a PDF")
    return answer.body


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port
