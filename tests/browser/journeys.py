"""What people do, step by step: the customer, the merchant, who reads the mail, the carrier.

Everything is found by what a person reads or hears, never by how the page is built.
"""

import re
import time

from local_stack.demo import sign_in as demo_sign_in
from local_stack.demo import slug
from playwright.async_api import FrameLocator, Locator, Page, expect

from tests.browser.spoken import Spoken
from tests.browser.visiting import WAIT_MS
from tests.system import Parcel, Requested, System

NUMBER = re.compile(r"RV-\w{4}-\w{2}")
LOOK_AGAIN_MS = 500


# The customer


async def enter_portal(page: Page, said: Spoken, system: System) -> None:
    """Come to the portal, which greets in French, and choose the language there."""
    await page.goto(f"{system.portal}/{slug()}/")
    if said.language == "en":
        await page.get_by_role("button", name=said.in_this_language).click()
    await expect(page.get_by_role("heading", name=said.parcel, level=1)).to_be_visible()


async def find_parcel(page: Page, said: Spoken, parcel: Parcel) -> None:
    """Type both details as people do, with spaces and in small letters."""
    number, code = parcel.tracking_number, parcel.postal_code
    spaced = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    await page.get_by_label(said.tracking_number).fill(spaced)
    await page.get_by_label(said.postal_code).fill(f"{code[:3]} {code[3:]}".lower())
    await page.get_by_role("button", name=said.find_parcel).click()


async def choose_reasons(page: Page, said: Spoken, comment: str = "") -> None:
    """Tick two reasons, and perhaps say a word."""
    await expect(page.get_by_role("heading", name=said.why, level=1)).to_be_visible()
    for reason in (said.reason, said.other_reason):
        await page.get_by_label(reason).check()
    await page.get_by_label(said.comment).fill(comment)
    await page.get_by_role("button", name=said.on).click()


async def choose_method(page: Page, said: Spoken, method: str) -> None:
    """Take one of the two ways."""
    await expect(page.get_by_role("heading", name=said.how, level=1)).to_be_visible()
    await page.get_by_label(method).check()
    await page.get_by_role("button", name=said.on).click()


async def check_and_send(page: Page, said: Spoken, email: str) -> None:
    """See everything once more, say where the answer goes, and send."""
    await expect(page.get_by_role("heading", name=said.check, level=1)).to_be_visible()
    await page.get_by_label(said.email).fill(email)
    await page.get_by_role("button", name=said.send).click()


async def read_status(page: Page, said: Spoken, parcel: Parcel) -> Requested:
    """Read on the status page that the request is received, and under which number."""
    await expect(page.get_by_role("heading", name=said.received, level=1)).to_be_visible()
    found = NUMBER.search(await page.get_by_role("main").inner_text())
    assert found is not None
    return Requested(found[0], page.url.rpartition("/")[2], parcel.email)


async def ask_for_return(
    page: Page, said: Spoken, system: System, parcel: Parcel, method: str
) -> Requested:
    """Go the customer's whole way."""
    await enter_portal(page, said, system)
    await find_parcel(page, said, parcel)
    await choose_reasons(page, said)
    await choose_method(page, said, method)
    await check_and_send(page, said, parcel.email)
    return await read_status(page, said, parcel)


# The merchant


async def sign_in(page: Page, said: Spoken, system: System) -> None:
    """Open a session in the demo's console."""
    email, password = demo_sign_in()
    await page.goto(f"{system.console}/connexion?lang={said.language}&suite=/retours")
    await page.get_by_label(said.merchant_email).fill(email)
    await page.get_by_label(said.password).fill(password)
    await page.get_by_role("button", name=said.sign_in).click()
    await page.wait_for_url("**/retours")


async def open_return(page: Page, system: System, requested: Requested) -> Locator:
    """Open its row in the queue, as soon as the request has arrived there; give the row."""
    system.until(lambda: system.dossier(requested))
    await page.goto(f"{system.console}/retours")
    row = page.get_by_role("listitem").filter(has_text=requested.number)
    await row.get_by_role("heading", level=2).first.get_by_role("link").click()
    await expect(row.get_by_role("complementary")).to_be_visible()
    return row


async def estimate(page: Page, said: Spoken) -> Locator:
    """Ask what it would cost; give the table with the price, which comes by itself."""
    await page.get_by_role("button", name=said.estimate).click()
    price = page.get_by_role("table", name=said.price)
    await expect(price).to_be_visible()
    return price


async def approve(page: Page, said: Spoken, requested: Requested) -> None:
    """Approve, and read that it was done."""
    await page.get_by_role("button", name=said.approve, exact=True).click()
    told = page.get_by_role("status").filter(has_text=requested.number)
    await expect(told).to_contain_text(said.approved)


async def decline(page: Page, said: Spoken, requested: Requested, message: str) -> None:
    """Decline with a message: in a dialog with script, on a page of its own without."""
    await page.get_by_role("link", name=said.decline).click()
    await page.get_by_label(said.internal_reason).select_option("used_or_damaged")
    await page.get_by_label(said.message).fill(message)
    await page.get_by_role("button", name=said.decline_return).click()
    told = page.get_by_role("status").filter(has_text=requested.number)
    await expect(told).to_contain_text(said.was_declined)


# The inbox


async def read_mail(page: Page, system: System, to: str, subject: str) -> FrameLocator:
    """Open somebody's mail as soon as it is there; give what its reader sees."""
    system.until(lambda: any(subject in str(mail["subject"]) for mail in system.mails(to)))
    await page.goto(system.inbox)
    mail = page.get_by_role("listitem").filter(has_text=to).filter(has_text=subject)
    await mail.get_by_role("link").click()
    await expect(page.get_by_role("heading", name=subject, level=1)).to_be_visible()
    return page.get_by_role("article").frame_locator("iframe")


async def follow_link(page: Page, mail: FrameLocator, name: str) -> Page:
    """Press a link in the mail; give the page that opens beside it."""
    async with page.expect_popup() as opened:
        await mail.get_by_role("link", name=name).click()
    return await opened.value


# The carrier


async def scan(page: Page, said: Spoken, system: System, requested: Requested, act: str) -> None:
    """Move the parcel on, at the simulator's own page."""
    await page.goto(f"{system.simulator}/?lang={said.language}")
    parcel = page.get_by_role("listitem").filter(has_text=requested.number)
    await parcel.get_by_role("button", name=act).click()
    await expect(parcel.get_by_role("button", name=act)).to_have_count(0)


# Everybody


async def await_news(page: Page, news: Locator, *, scripted: bool) -> None:
    """Wait until the page tells it: by itself with script, and by loading it anew without."""
    if scripted:
        await expect(news).to_be_visible()
        return
    deadline = time.monotonic() + WAIT_MS / 1000
    while time.monotonic() < deadline:
        try:
            await expect(news).to_be_visible(timeout=LOOK_AGAIN_MS)
        except AssertionError:
            await page.reload()
        else:
            return
    await expect(news).to_be_visible()
