"""Mails as a browser shows them: nothing runs over the edge, all can be read, the code scans."""

import base64
import io
from collections.abc import AsyncIterator
from typing import get_args

import pytest
import segno
import zxingcpp
from contracts.centres import CentreConfigured
from contracts.notifications import NoticeKind
from contracts.values import Language
from notifier.letters import CODE_CID
from notifier.messages import CustomerNews, PersonNews
from PIL import Image
from playwright.async_api import Browser, Page

from tests.browser.access import WCAG, ask_axe
from tests.unit.notifier.news import (
    STORE,
    a_centre,
    a_changed_password,
    a_label,
    a_letter,
    a_letter_to_person,
    a_letter_to_staff,
    a_notice,
    a_refusal,
    a_request,
    a_reset,
    an_invitation,
)

ADDRESS = "https://labels.example/artifact/7023210194837261"
LONG = a_centre(
    store_name="La Grande Fabrique artisanale de vêtements de Saint-Hyacinthe et fils",
    contact_email="service-a-la-clientele-et-aux-retours@lagrandefabriqueartisanale.example",
    accent="#fff0a8",
)
MAILS: list[CustomerNews] = [
    news
    for language in ("fr", "en")
    for news in (
        a_request(language=language),
        a_refusal(language=language, message="Anticonstitutionnellement" * 4),
        a_label(language=language),
        a_label(language=language, method="printed_label"),
    )
]

LONG_STORE = STORE.model_copy(
    update={"store_name": LONG.store_name, "contact_email": LONG.contact_email}
)
TO_PEOPLE: list[PersonNews] = [
    an_invitation(store=LONG_STORE, role="owner"),
    an_invitation(language="en"),
    a_reset(store=LONG_STORE),
    a_reset(language="en"),
    a_changed_password(store=LONG_STORE),
    a_changed_password(language="en"),
]


@pytest.fixture(params=[320, 700])
async def page(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": request.param, "height": 800})
    yield page
    await page.close()


async def _show(page: Page, news: CustomerNews, centre: CentreConfigured) -> None:
    picture = io.BytesIO()
    segno.make(ADDRESS, error="m").save(picture, kind="png", scale=6, border=4)
    source = f"data:image/png;base64,{base64.b64encode(picture.getvalue()).decode()}"
    await page.set_content(a_letter(news, centre).html.replace(f"cid:{CODE_CID}", source))


@pytest.mark.parametrize("centre", [a_centre(), LONG], ids=["short", "long"])
@pytest.mark.parametrize("news", MAILS, ids=lambda news: f"{news.reply.language}-{news.type}")
async def test_a_mail_fits_and_can_be_read_by_everybody(
    page: Page, news: CustomerNews, centre: CentreConfigured
) -> None:
    await _show(page, news, centre)

    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await ask_axe(page, "tag", *WCAG) == []


@pytest.mark.parametrize(
    "news", TO_PEOPLE, ids=lambda news: f"{news.confidential.language}-{news.type}"
)
async def test_a_mail_to_the_merchants_people_fits_and_can_be_read_by_everybody(
    page: Page, news: PersonNews
) -> None:
    await page.set_content(a_letter_to_person(news).html)

    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await ask_axe(page, "tag", *WCAG) == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("kind", get_args(NoticeKind))
async def test_a_notice_fits_and_can_be_read_by_everybody(
    page: Page, kind: NoticeKind, language: Language
) -> None:
    await page.set_content(a_letter_to_staff(a_notice(kind, language=language), LONG).html)

    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await ask_axe(page, "tag", *WCAG) == []


async def test_the_code_can_be_scanned_off_the_screen(page: Page) -> None:
    await _show(page, a_label(), LONG)

    shot = Image.open(io.BytesIO(await page.screenshot(full_page=True)))

    assert [code.text for code in zxingcpp.read_barcodes(shot)] == [ADDRESS]
