"""Shipments in a browser, as people add, correct and erase them by hand."""

from playwright.async_api import expect

from tests.browser.access import complaints_of
from tests.browser.merchant_api.conftest import Desk


async def test_a_shipment_is_added_mended_and_found_in_english(desk: Desk) -> None:
    page = await desk.open(language="en")
    await page.goto(desk.url + "/envois")
    await page.get_by_role("link", name="Add a shipment").click()
    await page.get_by_label("Tracking number").fill("7000 0000 0000 1021")
    await page.get_by_label("Customer’s name").fill("Noé Modèle")
    await page.get_by_label("Number and street").fill("10, rue de l’Essai")
    await page.get_by_label("City").fill("Sherbrooke")
    await page.get_by_label("Postal code").fill("J1H")
    await page.get_by_role("button", name="Save the shipment").click()

    await expect(page.get_by_role("alert")).to_be_focused()
    assert await complaints_of(page, dark=True) == []
    await page.get_by_label("Postal code").fill("J1H 1A1")
    await page.get_by_role("button", name="Save the shipment").click()
    await expect(page.get_by_role("status")).to_contain_text("Shipment saved.")
    assert await complaints_of(page, dark=True) == []
    await page.goto(desk.url + "/envois")
    await page.get_by_label("Search for a shipment").fill("modele")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("link", name="Noé Modèle")).to_be_visible()
    assert await complaints_of(page, dark=True) == []
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_without_script_on_a_phone_a_shipment_is_corrected_and_erased(desk: Desk) -> None:
    await desk.shop.ships()
    page = await desk.open(script=False, width=390)
    await page.goto(desk.url + "/envois")
    await page.get_by_role("link", name="Destinataire Exemple").click()
    await page.get_by_role("link", name="Modifier l’envoi").click()
    await page.get_by_label("Ville").fill("Magog")
    await page.get_by_role("button", name="Enregistrer l’envoi").click()
    await expect(page.get_by_text("Magog")).to_be_visible()

    await page.get_by_role("link", name="Effacer l’envoi").click()
    await page.get_by_role("button", name="Effacer l’envoi").click()

    await expect(page.get_by_role("status")).to_contain_text("Envoi effacé.")
    await expect(page.get_by_text("Aucun envoi pour l’instant")).to_be_visible()
