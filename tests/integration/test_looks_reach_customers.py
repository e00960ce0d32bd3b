"""From an upload in the console to the customers' page, through storage and events."""

import io
import re

import httpx
from local_stack.demo import slug
from PIL import Image

from tests.system import System

BRANDING = "/api/v1/centre/branding"


def test_what_a_merchant_uploads_is_on_the_page_of_their_customers(system: System) -> None:
    sent = io.BytesIO()
    Image.new("RGB", (300, 90), "#23504a").save(sent, "PNG")
    _put(system, "logo", sent.getvalue())

    address = system.until(lambda: _logo_of(system))
    logo = system.http.get(f"{system.portal}{address}").raise_for_status()
    _put(system, "logo", None)
    system.until(lambda: _logo_of(system) is None)

    assert Image.open(io.BytesIO(logo.content)).getpixel((150, 45)) == (35, 80, 74)
    assert system.http.get(f"{system.portal}{address}").status_code == httpx.codes.NOT_FOUND


def _put(system: System, kind: str, content: bytes | None) -> None:
    headers = {"authorization": f"Bearer {system.api_key}", "content-type": "image/png"}
    method = "DELETE" if content is None else "PUT"
    url = f"{system.console}{BRANDING}/{kind}"
    system.http.request(method, url, headers=headers, content=content).raise_for_status()


def _logo_of(system: System) -> str | None:
    page = system.http.get(f"{system.portal}/{slug()}/").raise_for_status()
    found = re.search(r'<p class="store-logo"><img src="([^"]+)"', page.text)
    return found[1] if found else None
