"""What goes otherwise: a kind no, mistakes, what is already so, and hands that press twice."""

import re

import pytest
from local_stack.demo import slug
from playwright.async_api import Locator, Page, expect

from tests.browser import journeys
from tests.browser.spoken import EN, FR, Spoken
from tests.browser.visiting import Visits
from tests.system import Parcel, System

MESSAGE = "L’article a été porté dehors. Écrivez-nous : nous pouvons le réparer."
UNKNOWN = "9999 9999 9999 9999"
in_both_languages = pytest.mark.parametrize("said", [FR, EN], ids=["fr", "en"])
with_and_without_script = pytest.mark.parametrize(
    "scripted", [True, False], ids=["script", "no-script"]
)


@pytest.mark.parametrize(("said", "scripted"), [(FR, True), (EN, False)], ids=["fr", "en"])
async def test_a_no_is_kind_and_sells_no_label(
    system: System, visits: Visits, said: Spoken, *, scripted: bool
) -> None:
    customer = await visits.begin("phone", scripted=scripted)
    merchant = await visits.begin(scripted=scripted)
    reader = await visits.begin()
    parcel = system.ship()
    requested = await journeys.ask_for_return(customer, said, system, parcel, said.qr_code)
    await journeys.sign_in(merchant, said, system)
    await journeys.open_return(merchant, system, requested)

    await journeys.decline(merchant, said, requested, MESSAGE)

    told = customer.get_by_role("heading", name=said.declined, level=1)
    await journeys.await_news(customer, told, scripted=scripted)
    await expect(customer.get_by_role("blockquote")).to_contain_text(MESSAGE)
    await expect(customer.get_by_role("link", name=said.write)).to_be_visible()
    mail = await journeys.read_mail(reader, system, parcel.email, said.mail_declined)
    await expect(mail.get_by_text(MESSAGE)).to_be_visible()
    assert system.sold(requested) == []


async def test_what_a_store_writes_is_read_on_the_page_and_by_mail(
    system: System, visits: Visits
) -> None:
    said, question = EN, "Could you send us a photo of the zipper?"
    customer, merchant = await visits.begin("phone"), await visits.begin()
    reader, parcel = await visits.begin(), system.ship()
    requested = await journeys.ask_for_return(customer, said, system, parcel, said.qr_code)
    await journeys.sign_in(merchant, said, system)
    await merchant.goto(f"{system.console}/retours/{requested.number}")

    await merchant.get_by_label(said.letter).fill(question)
    await merchant.get_by_role("button", name=said.send_letter).click()

    await expect(customer.get_by_role("blockquote").first).to_contain_text(question)
    mail = await journeys.read_mail(reader, system, parcel.email, said.mail_letter)
    await expect(mail.get_by_text(question)).to_be_visible()


@in_both_languages
async def test_a_parcel_that_was_asked_for_is_not_asked_for_again(
    system: System, visits: Visits, said: Spoken
) -> None:
    parcel = system.ship()
    requested = system.request(parcel)
    page = await visits.begin("phone")

    await journeys.enter_portal(page, said, system)
    await journeys.find_parcel(page, said, parcel)

    await expect(page.get_by_role("heading", name=said.exists, level=1)).to_be_visible()
    await expect(page.get_by_role("main")).to_contain_text(requested.number)


@in_both_languages
async def test_an_unknown_number_and_a_wrong_postal_code_look_the_same(
    system: System, visits: Visits, said: Spoken
) -> None:
    parcel = system.ship()
    page = await visits.begin()
    seen = []

    for number, code in ((UNKNOWN, parcel.postal_code), (parcel.tracking_number, "H2X 1Y4")):
        await journeys.enter_portal(page, said, system)
        await journeys.find_parcel(page, said, Parcel(number, code, parcel.email))
        await expect(page.get_by_role("alert")).to_contain_text(said.not_found)
        await expect(page.get_by_role("alert")).to_be_focused()
        await expect(page.get_by_label(said.tracking_number)).not_to_have_value("")
        await expect(page).to_have_title(re.compile(f"^{said.error}"))
        seen.append(await page.get_by_role("main").aria_snapshot())

    first, second = seen
    assert "invalid" not in first
    assert _without_typed(first) == _without_typed(second)


def _without_typed(snapshot: str) -> list[str]:
    return [line for line in snapshot.splitlines() if "textbox" not in line]


@in_both_languages
async def test_a_mistake_is_told_first_and_nothing_typed_is_lost(
    system: System, visits: Visits, said: Spoken
) -> None:
    parcel = system.ship()
    page = await visits.begin("phone")
    await journeys.enter_portal(page, said, system)

    await page.get_by_label(said.tracking_number).fill("7023 21")
    await page.get_by_label(said.postal_code).fill("j1h")
    await page.get_by_role("button", name=said.find_parcel).click()
    number, code = page.get_by_label(said.tracking_number), page.get_by_label(said.postal_code)
    await _hears_of_mistake(page, said, number, code)
    await expect(number).to_have_value("7023 21")
    await expect(code).to_have_value("j1h")

    await journeys.find_parcel(page, said, parcel)
    await page.get_by_label(said.comment).fill("Un mot")
    await page.get_by_role("button", name=said.on).click()
    await _hears_of_mistake(page, said, page.get_by_role("group", name=said.why))
    await expect(page.get_by_label(said.comment)).to_have_value("Un mot")

    await journeys.choose_reasons(page, said, "Un mot")
    await journeys.choose_method(page, said, said.printed_label)
    await page.get_by_label(said.email).fill("camille")
    await page.get_by_role("button", name=said.send).click()
    await _hears_of_mistake(page, said, page.get_by_label(said.email))
    await expect(page.get_by_label(said.email)).to_have_value("camille")
    await expect(page.get_by_role("main")).to_contain_text(said.printed_label)


async def _hears_of_mistake(page: Page, said: Spoken, *controls: Locator) -> None:
    """Hear it at once; each line of the summary leads to its control, which tells the same."""
    summary = page.get_by_role("alert")
    await expect(summary).to_be_focused()
    await expect(page).to_have_title(re.compile(f"^{said.error}"))
    links = await summary.get_by_role("link").all()
    for link, control in zip(links, controls, strict=True):
        words = await link.inner_text()
        await expect(control).to_have_accessible_description(re.compile(re.escape(words)))
        await link.click()
        focused = page.locator(":focus")
        await expect(control.and_(focused).or_(control.locator(focused))).to_have_count(1)


async def test_the_language_changes_without_losing_what_was_typed(
    system: System, visits: Visits
) -> None:
    page = await visits.begin(scripted=False)
    await journeys.enter_portal(page, FR, system)
    await page.get_by_label(FR.tracking_number).fill("7023 21")

    await page.get_by_role("button", name=EN.in_this_language).click()

    await expect(page.get_by_label(EN.tracking_number)).to_have_value("7023 21")


@with_and_without_script
async def test_pressing_twice_and_going_back_lead_to_the_same_return(
    system: System, visits: Visits, *, scripted: bool
) -> None:
    parcel = system.ship()
    page = await visits.begin("phone", scripted=scripted)
    await journeys.enter_portal(page, FR, system)
    await journeys.find_parcel(page, FR, parcel)
    await journeys.choose_reasons(page, FR)
    await journeys.choose_method(page, FR, FR.qr_code)
    await expect(page.get_by_role("heading", name=FR.check)).to_be_visible()
    twin = await page.context.new_page()
    await twin.goto(page.url)
    await twin.get_by_label(FR.email).fill(parcel.email)
    await page.get_by_label(FR.email).fill(parcel.email)

    await page.get_by_role("button", name=FR.send).dblclick()
    requested = await journeys.read_status(page, FR, parcel)
    await twin.get_by_role("button", name=FR.send).click()
    sent_again = await journeys.read_status(twin, FR, parcel)
    await page.go_back()
    if await page.get_by_role("heading", name=FR.check).is_visible():
        await page.get_by_role("button", name=FR.send).click()
    gone_back = await journeys.read_status(page, FR, parcel)

    assert requested == sent_again == gone_back
    system.until(lambda: system.mails(parcel.email))
    assert len(system.mails(parcel.email)) == 1


async def test_two_tabs_that_approve_have_one_effect_and_the_second_is_told(
    system: System, visits: Visits
) -> None:
    requested = system.request(system.ship())
    first = await visits.begin()
    await journeys.sign_in(first, FR, system)
    await journeys.open_return(first, system, requested)
    second = await first.context.new_page()
    await journeys.open_return(second, system, requested)

    await journeys.approve(first, FR, requested)
    await second.get_by_role("button", name=FR.approve).click()

    told = second.get_by_role("status").filter(has_text=requested.number)
    await expect(told).to_contain_text(FR.already_approved)
    system.until(lambda: system.state(requested) == "ready")
    assert len(system.sold(requested)) == 1


async def test_a_page_that_nobody_knows_is_told_calmly(system: System, visits: Visits) -> None:
    page = await visits.begin("phone")

    for address in (f"{system.portal}/r/none", f"{system.portal}/{slug()}/none"):
        answer = await page.goto(address)
        assert answer is not None
        assert answer.status == 404
        await expect(page.get_by_role("heading", level=1)).to_be_visible()
