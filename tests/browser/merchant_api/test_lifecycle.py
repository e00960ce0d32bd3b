"""After the decision, as people do it: at the dock with a scanner, and in the panel of a return."""

import re
from uuid import UUID

from merchant_api.deciding.approve_return import approve_return
from playwright.async_api import expect

from tests.browser.access import complaints_of
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears

PIN = "7023210194837261"


async def labelled(shop: Shop, *, name: str = "Camille Exemple", pin: str = PIN) -> UUID:
    return_id = await shop.is_asked(name=name)
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    await hears(shop.pool, shop.a_label(return_id).model_copy(update={"tracking_pin": pin}))
    return return_id


async def test_a_scanner_takes_parcel_after_parcel_without_a_hand_on_the_mouse(desk: Desk) -> None:
    await labelled(desk.shop)
    await labelled(desk.shop, name="Noé Modèle", pin="7023210194837278")
    page = await desk.open()
    await page.get_by_role("link", name="Réception").click()
    field = page.get_by_label("Numéro de repérage ou numéro de retour")
    await expect(field).to_be_focused()

    await page.keyboard.type(PIN)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Ce colis est attendu")).to_be_visible()
    await expect(field).to_be_focused()
    await expect(field).to_have_value("")
    await page.get_by_role("button", name="Marquer reçu").click()
    await expect(page.get_by_role("heading", name="le colis est reçu")).to_be_visible()
    await expect(field).to_be_focused()
    await page.get_by_role("heading", level=1).click()
    await page.keyboard.type("7023210194837278")
    await page.keyboard.press("Enter")
    await expect(page.locator(".arrival-name")).to_have_text("Noé Modèle")
    await page.get_by_text("Endommagé", exact=True).last.click()
    await page.get_by_role("button", name="Marquer reçu").click()

    await expect(page.locator(".takenin li")).to_have_count(2)
    await expect(page.locator(".takenin li").first).to_contain_text("Endommagé")
    assert len(await announced(desk.shop.pool, "return-received")) == 2
    assert await complaints_of(page, dark=True) == []


async def test_the_dock_works_without_script_on_a_phone(desk: Desk) -> None:
    await labelled(desk.shop)
    page = await desk.open(script=False, width=390, language="en")
    await page.goto(f"{desk.url}/reception")

    await page.get_by_label("Tracking number or return number").fill("7023 2101 9483 7261")
    await page.get_by_role("button", name="Look up").click()
    await page.get_by_role("button", name="Mark received").click()
    await expect(page.get_by_role("heading", name="the parcel is received")).to_be_visible()
    await page.get_by_label("Tracking number or return number").fill(PIN)
    await page.get_by_role("button", name="Look up").click()

    await expect(page.get_by_role("heading", name="Already received")).to_be_visible()
    await expect(page.get_by_role("button", name="Mark received")).to_have_count(0)


async def test_a_return_is_received_and_completed_in_its_panel(desk: Desk) -> None:
    await labelled(desk.shop)
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")

    await page.get_by_role("button", name="Marquer reçu").click()
    await expect(page.get_by_role("status")).to_contain_text("Le colis est reçu.")
    await page.get_by_role("button", name="Terminer le retour").click()

    await expect(page.get_by_role("status")).to_contain_text("Le retour est terminé.")
    await expect(page.locator(".deeds")).to_have_count(0)


async def test_a_label_is_given_up_then_made_anew_then_the_return_called_off(desk: Desk) -> None:
    await labelled(desk.shop)
    page = await desk.open()
    await page.goto(f"{desk.url}/retours/RV-0001-6K")

    await page.get_by_role("link", name="Annuler l’étiquette").click()
    await page.get_by_role("link", name="Garder l’étiquette").click()
    await page.get_by_role("link", name="Annuler l’étiquette").click()
    await page.get_by_role("button", name="Annuler l’étiquette").click()
    await expect(page.get_by_role("status").first).to_contain_text("L’étiquette est annulée")
    await expect(page.get_by_role("heading", name="Étiquette annulée")).to_be_visible()
    await page.get_by_role("link", name="Nouvelle étiquette").click()
    assert await complaints_of(page, dark=True) == []
    await page.get_by_text("Changer").click()
    await page.get_by_label("Service").select_option(label="Xpresspost")
    await page.get_by_role("button", name="Faire l’étiquette").click()
    await expect(page.get_by_role("status").first).to_contain_text(
        "La nouvelle étiquette se prépare"
    )
    await page.get_by_role("link", name="Annuler le retour").click()
    await page.get_by_role("button", name="Annuler le retour").click()

    await expect(page.get_by_role("status").first).to_contain_text("Le retour est annulé")
    [asked] = await announced(desk.shop.pool, "replacement-label-requested")
    assert asked["service_code"] == "DOM.XP"
    assert len(await announced(desk.shop.pool, "label-void-requested")) == 2


async def test_a_mail_that_did_not_arrive_is_sent_again_without_script(desk: Desk) -> None:
    return_id = await labelled(desk.shop)
    await hears(desk.shop.pool, desk.shop.an_unsent(return_id))
    page = await desk.open(script=False, width=390, language="en")
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")

    await page.get_by_text("Send an e-mail again").click()
    await page.get_by_role("button", name="Send again").click()

    await expect(page.get_by_role("status").first).to_contain_text("on its way to the customer")
    [asked] = await announced(desk.shop.pool, "message-resend-requested")
    assert asked["template"] == "label_ready"


async def test_a_return_is_created_for_a_customer_on_the_telephone(desk: Desk) -> None:
    shop = desk.shop
    shipment = await shop.ships()
    page = await desk.open(language="en", width=390)
    await page.goto(f"{desk.url}/retours")

    await page.get_by_role("link", name="Create a return").click()
    await page.get_by_label("Tracking number of the shipment").fill("7000 0000 0000 1013")
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("button", name="Create the return").click()
    await expect(page.get_by_role("alert")).to_contain_text("Tick at least one reason")
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells
    assert await complaints_of(page) == []
    await page.get_by_label("Damaged").check()
    await page.get_by_role("button", name="Create the return").click()
    await expect(page.get_by_role("heading", name="The return is being made")).to_be_visible()
    [asked] = await announced(shop.pool, "return-opened-for-customer")
    made = shop.a_request(shipment.shipment_id)
    await hears(shop.pool, made.model_copy(update={"return_id": UUID(str(asked["return_id"]))}))

    await expect(page.get_by_text("The return is created.")).to_be_visible()
    await expect(page).to_have_url(re.compile(r"/retours/RV-"))
