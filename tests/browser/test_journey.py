"""The whole journey as the people in it go it: in each language, on each screen, without script."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser import journeys
from tests.browser.codes import scan_label, scan_picture, scan_screen
from tests.browser.spoken import EN, FR, Spoken
from tests.browser.visiting import Screen, Visits
from tests.system import Requested, System

COVERING: Final = [
    pytest.param(FR, "phone", True, 1, id="fr-phone"),
    pytest.param(EN, "desktop", True, 4, id="en-desktop"),
    pytest.param(FR, "desktop", False, 1, id="fr-desktop-without-script"),
    pytest.param(EN, "phone", False, 1, id="en-phone-without-script"),
]
TIME_OF_DAY: Final = re.compile(r"\d h( \d\d)?|\d:\d\d [ap]\.m\.")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays: each at a browser of their own."""

    said: Spoken
    scripted: bool
    customer: Page
    merchant: Page
    reader: Page
    """Of the mail; the carrier borrows this browser."""


@pytest.mark.parametrize(("said", "screen", "scripted", "scans"), COVERING)
async def test_a_return_goes_from_the_first_page_to_the_last_scan(
    system: System,
    visits: Visits,
    tmp_path: Path,
    said: Spoken,
    screen: Screen,
    scripted: bool,  # noqa: FBT001  one of the columns of the table above
    scans: int,
) -> None:
    pages = [await visits.begin(screen, scripted=scripted) for _ in range(3)]
    cast = Cast(said, scripted, *pages)
    parcel = system.ship()

    requested = await journeys.ask_for_return(cast.customer, said, system, parcel, said.qr_code)
    await journeys.read_mail(cast.reader, system, parcel.email, said.mail_received)
    row = await _decide(cast, system, requested)
    status = await _read_code(cast, system, requested)
    await _keep_files(status, said, system, requested, tmp_path)
    for act, told in said.scans[:scans]:
        await journeys.scan(cast.reader, said, system, requested, act)
        await _see_scan(cast, row, told)

    if scripted:
        for page in (cast.customer, cast.merchant):
            assert await page.evaluate("window.wasNeverLoadedAnew")


async def _decide(cast: Cast, system: System, requested: Requested) -> Locator:
    """Ask for the price, and approve."""
    page, said = cast.merchant, cast.said
    await journeys.sign_in(page, said, system)
    row = await journeys.open_return(page, system, requested)
    await _read_price(await journeys.estimate(page, said), said)
    basis = _plain(await row.get_by_text(said.asked_of).inner_text())
    assert TIME_OF_DAY.search(basis)
    assert re.search(r"1[.,]2 kg", basis)
    await _leave_sign(cast.customer)
    await journeys.approve(page, said, requested)
    await _leave_sign(page)
    return row


async def _read_price(price: Locator, said: Spoken) -> None:
    """Read the base, the fuel, each tax, and a total that is their sum."""
    rows = await price.get_by_role("row").all()
    names = [_plain(await row.get_by_role("rowheader").inner_text()) for row in rows]
    amounts = [await row.get_by_role("cell").inner_text() for row in rows]
    *parts, total = [int(re.sub(r"\D", "", amount)) for amount in amounts]
    assert names == [said.service, said.fuel, *said.taxes, "Total"]
    assert all(parts)
    assert sum(parts) == total


async def _read_code(cast: Cast, system: System, requested: Requested) -> Page:
    """See the code come, on the page and in the mail, whose link leads to the same page."""
    said, page = cast.said, cast.customer
    if not cast.scripted:
        await expect(page.locator("meta[http-equiv=refresh]")).to_have_count(1)
    shown = page.get_by_role("img", name=said.code_alt)
    await journeys.await_news(page, shown, scripted=cast.scripted)
    mail = await journeys.read_mail(cast.reader, system, requested.email, said.mail_ready)
    status = await journeys.follow_link(cast.reader, mail, said.follow)
    await expect(status.get_by_role("heading", name=said.show_code, level=1)).to_be_visible()
    assert status.url == page.url
    codes = {await scan_screen(code) for code in (shown, mail.get_by_role("img"))}
    [label_url] = codes
    assert label_url.startswith(system.simulator)
    return status


async def _keep_files(
    status: Page, said: Spoken, system: System, requested: Requested, folder: Path
) -> None:
    """Download the code and the label: they say what the page and the carrier say."""
    on_page = await scan_screen(status.get_by_role("img", name=said.code_alt))
    [sold] = system.sold(requested)

    picture = await _save(status, said.save_code, folder)
    drawing = await _save(status, said.save_svg, folder)
    label = await _save(status, said.save_label, folder)

    assert [path.suffix for path in (picture, drawing, label)] == [".png", ".svg", ".pdf"]
    assert all(path.name.startswith(requested.number) for path in (picture, drawing, label))
    assert scan_picture(picture.read_bytes()) == on_page
    assert drawing.read_text().lstrip().startswith(("<svg", "<?xml"))
    assert sold["pin"] in scan_label(label)


async def _save(page: Page, name: str, folder: Path) -> Path:
    async with page.expect_download() as begun:
        await page.get_by_role("link", name=name).click()
    download = await begun.value
    path = folder / download.suggested_filename
    await download.save_as(path)
    return path


async def _see_scan(cast: Cast, row: Locator, told: str) -> None:
    """See on both sides what the carrier saw."""
    said = cast.said
    is_last = told == said.scans[-1][1]
    title = said.arrived if is_last else said.moving
    news = cast.customer.get_by_role("heading", name=title, level=1)
    await journeys.await_news(cast.customer, news, scripted=cast.scripted)
    way = row.get_by_role("list", name=said.way_home).locator("[aria-current=step]")
    await journeys.await_news(cast.merchant, way.filter(has_text=told), scripted=cast.scripted)


async def _leave_sign(page: Page) -> None:
    """Leave a sign in the page, which is lost when it is loaded anew."""
    await page.evaluate("window.wasNeverLoadedAnew = true")


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
