"""Notifications in the console: people added, removed, mended and saved."""

from playwright.async_api import expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import announced

HERE = "/parametres/courriels"


async def test_somebody_is_added_to_the_proposal_and_both_are_saved(desk: Desk) -> None:
    page = await desk.open()
    await page.goto(desk.url + HERE)

    await page.get_by_role("button", name="Ajouter une personne").click()
    added = page.get_by_role("group", name="Destinataire 2")
    await expect(added.get_by_label("Courriel", exact=True)).to_be_focused()
    await page.keyboard.type("entrepot@example.com")
    await added.get_by_label("Langue").select_option("English")
    await added.get_by_role("checkbox", name="Un colis est livré").check()
    assert await complaints_of(page, dark=True) == []
    assert await complaints_of_keyboard(page) == []
    await page.get_by_role("button", name="Enregistrer").click()

    await expect(page.get_by_role("status")).to_contain_text("Liste enregistrée.")
    [event] = await announced(desk.shop.pool, "notifications-configured")
    assert event["recipients"] == [
        {"email": desk.shop.email, "language": "fr", "kinds": ["new_request", "label_problem"]},
        {"email": "entrepot@example.com", "language": "en", "kinds": ["parcel_delivered"]},
    ]


async def test_without_script_on_a_phone_a_mistake_is_mended_and_everybody_removed(
    desk: Desk,
) -> None:
    page = await desk.open(script=False, width=390, language="en")
    await page.goto(desk.url + HERE)

    await page.get_by_role("button", name="Add a person").click()
    await (
        page.get_by_role("group", name="Recipient 2")
        .get_by_label("E-mail", exact=True)
        .fill("sam@")
    )
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("Tick at least one e-mail")
    added = page.get_by_role("group", name="Recipient 2")
    await expect(added.get_by_label("E-mail", exact=True)).to_have_value("sam@")
    await page.get_by_role("button", name="Remove sam@").click()
    await page.get_by_role("button", name=f"Remove {desk.shop.email}").click()
    await expect(page.get_by_text("Nobody gets notifications.")).to_be_visible()
    await page.get_by_role("button", name="Save").click()

    await expect(page.get_by_role("status")).to_contain_text("nobody gets notifications any more")
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells
