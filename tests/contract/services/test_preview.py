"""The console shows what customers will see: its preview is the portal's entry page."""

import re
from html.parser import HTMLParser

import pytest
from chassis.words import Language
from contracts.centres import CentreConfigured
from contracts.values import BlobRef
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.console.rendering import page
from portal_api.pages.forms import ParcelForm
from portal_api.pages.rendering import render

from tests.unit.portal_api.story import a_centre

LOGO = BlobRef(key="branding/1", media_type="image/png", size_bytes=1, sha256="0" * 64)


class Shape(HTMLParser):
    """What can be seen of a page: elements with their classes, and texts."""

    def __init__(self, html: bytes | memoryview) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.feed(re.sub(r"(?s)^.*<body", "<body", bytes(html).decode()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if told.get("type") != "hidden":
            self.seen.append(f"<{tag} {told.get('class') or ''}>")

    def handle_data(self, data: str) -> None:
        if text := " ".join(data.split()):
            self.seen.append(text)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("logo", [None, LOGO])
@pytest.mark.parametrize("window_days", [30, None])
def test_the_preview_is_built_as_the_portal_is(
    language: Language, logo: BlobRef | None, window_days: int | None
) -> None:
    centre = a_centre(logo=logo, window_days=window_days)

    preview = page(
        "branding/apercu.html",
        language,
        centre=_settings_of(centre),
        theme="/theme.css",
        logo_url="/logo" if logo else None,
    )
    portal = render(
        "parcel.html",
        language,
        centre,
        form=ParcelForm(),
        mistakes=(),
        alert=None,
        wait_minutes=0,
    )

    assert Shape(preview.body).seen == Shape(portal.body).seen


def _settings_of(centre: CentreConfigured) -> CentreSettings:
    shared = set(CentreSettings.model_fields) & set(CentreConfigured.model_fields) - {"reasons"}
    return CentreSettings.model_validate(
        {**centre.model_dump(include=shared), "default_address_id": None, "addresses": ()}
    )


def test_the_two_are_compared_at_all() -> None:
    assert len(Shape(render("trouble.html", "fr", None, name="404").body).seen) > 5
