"""Home and the basic settings in a browser: set up, mend, pause, try; with and without script."""

from uuid import UUID

import pytest
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_centre import change_centre
from playwright.async_api import Page, expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears

PHONE = 390


async def _unfinished(shop: Shop) -> None:
    """Leave address and reasons done, and nothing else but the account."""

    def change(known: CentreSettings) -> CentreSettings:
        return CentreSettings.model_validate({**dict(known), "saved": ("addresses", "reasons")})

    await change_centre(shop.pool, shop.merchant_id, change, actor=DEMI, now=NOON, act="test")


async def test_home_leads_to_the_next_step(desk: Desk) -> None:
    await _unfinished(desk.shop)
    page = await desk.open()
    await page.goto(desk.url)

    await expect(page.get_by_text("3 étapes sur 6")).to_be_visible()
    await page.locator(".setup .btn--go").click()

    await expect(page).to_have_url(f"{desk.url}/parametres/approbation")


async def test_the_portals_address_is_copied_by_one_press(desk: Desk) -> None:
    page = await desk.open()
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.goto(desk.url)

    await page.get_by_role("button", name="Copier").click()

    await expect(page.get_by_role("button", name="Copiée")).to_be_visible()
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert copied == "http://127.0.0.1:8080/atelier-boreal/"


async def test_a_trial_says_by_itself_when_its_return_has_arrived(desk: Desk) -> None:
    shop = desk.shop
    page = await desk.open(width=PHONE)
    await page.goto(f"{desk.url}/essai")

    await page.get_by_role("button", name="Préparer l’essai").click()
    portal = page.get_by_role("link", name="Ouvrir le portail")
    await expect(portal).to_have_attribute("target", "_blank")
    row = await shop.pool.fetchrow("SELECT shipment_id FROM trials")
    assert row is not None
    await hears(shop.pool, shop.a_request(row["shipment_id"]))

    await expect(page.get_by_role("status")).to_contain_text("Demande reçue")
    await page.get_by_role("link", name="Voir RV-0001-6K").click()
    await expect(page.get_by_role("button", name="Approuver")).to_be_visible()


async def test_an_address_is_mended_and_saved_without_script_on_a_phone(desk: Desk) -> None:
    page = await desk.open(script=False, width=PHONE)
    await page.goto(f"{desk.url}/parametres/adresses")
    await page.get_by_role("link", name="Ajouter une adresse").click()
    await page.get_by_label("Numéro et rue").fill("88, côte Modèle " * 4)
    await page.get_by_label("Ville").fill("Québec")
    await page.get_by_label("Province ou territoire").select_option("ON")
    await page.get_by_label("Code postal").fill("g1r2b5")

    await page.get_by_role("button", name="Enregistrer l’adresse").click()
    await expect(page.get_by_role("alert")).to_contain_text("2 réponses sont à revoir")
    await expect(page.get_by_label("Ville")).to_have_value("Québec")
    await page.get_by_label("Nom du contact").fill("Réception Exemple")
    await page.get_by_label("Numéro et rue").fill("88, côte Modèle")
    await page.get_by_role("button", name="Enregistrer l’adresse").click()

    await expect(page.get_by_role("status")).to_contain_text("Adresse enregistrée.")
    await expect(page.get_by_text("d’habitude celui d’une autre province")).to_be_visible()
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_a_default_address_goes_when_another_follows_it(desk: Desk) -> None:
    page = await desk.open(language="en")
    await page.goto(f"{desk.url}/parametres/adresses/nouvelle")
    await page.get_by_label("Contact name").fill("Second Dock")
    await page.get_by_label("Number and street").fill("5 Model St")
    await page.get_by_label("City").fill("Montréal")
    await page.get_by_label("Province or territory").select_option("QC")
    await page.get_by_label("Postal code").fill("H2X 1Y4")
    await page.get_by_role("button", name="Save the address").click()
    first = page.get_by_role("listitem").filter(has=page.locator(".count"))

    await first.get_by_role("link", name="Remove").click()
    await page.get_by_role("button", name="Remove the address").click()
    await expect(page.get_by_role("alert")).to_contain_text("Choose the address")
    await page.get_by_label("Second Dock").check()
    await page.get_by_role("button", name="Remove the address").click()

    await expect(page.get_by_role("status")).to_contain_text("Address removed.")
    await expect(first).to_contain_text("Second Dock")
    desk.complaints.clear()


@pytest.mark.parametrize(
    ("language", "weight", "said"), [("fr", "1,2", "1,2\N{NO-BREAK SPACE}kg"), ("en", "1.2", "1.2")]
)
async def test_a_parcel_is_told_as_one_writes_numbers(
    desk: Desk, language: str, weight: str, said: str
) -> None:
    page = await desk.open(language=language, script=language == "fr", width=PHONE)
    await page.goto(f"{desk.url}/parametres/colis/nouveau")
    await page.locator("#name").fill("Boîte")
    await page.locator("#weight").fill(weight)

    await page.locator("main .btn--go").click()

    await expect(page.get_by_role("listitem").filter(has_text="Boîte")).to_contain_text(said)
    assert (await desk.shop.settings()).parcels[0].parcel.weight_grams == 1200


async def test_the_portal_is_paused_in_both_languages_and_opened_again(desk: Desk) -> None:
    page = await desk.open()
    await page.goto(f"{desk.url}/parametres/activation")
    await page.get_by_label("En anglais").fill("")

    await page.get_by_role("button", name="Mettre en pause").click()
    await expect(page.get_by_role("alert")).to_be_focused()
    await page.get_by_label("En anglais").fill("Back on Monday.")
    await page.get_by_role("button", name="Mettre en pause").click()
    await expect(page.get_by_role("status")).to_contain_text("Le portail est en pause.")
    await page.get_by_role("button", name="Rouvrir le portail").click()

    await expect(page.get_by_text("Le portail accepte des demandes")).to_be_visible()
    *_, paused, opened = await announced(desk.shop.pool, "centre-configured")
    assert paused["paused"]["en"] == "Back on Monday."  # type: ignore[index]  # JSON
    assert opened["is_open"] is True
    desk.complaints.clear()


async def test_the_store_is_saved_and_named_everywhere(desk: Desk) -> None:
    page = await desk.open(language="en", script=False)
    await page.goto(f"{desk.url}/parametres/boutique")
    await page.get_by_label("Store name").fill("Atelier Austral")
    await page.get_by_label("Label to print").check()

    await page.get_by_role("button", name="Save the store").click()

    await expect(page.get_by_role("status")).to_contain_text("Store saved.")
    await expect(page.get_by_role("banner")).to_contain_text("Atelier Austral")


async def _pages(desk: Desk) -> list[str]:
    """List every page of these subjects, with something on each."""
    preset_id: UUID = await desk.shop.packs()
    await desk.shop.packs("Enveloppe")
    [address] = (await desk.shop.settings()).addresses
    return [
        "/",
        "/essai",
        "/parametres/activation",
        "/parametres/boutique",
        "/parametres/adresses",
        "/parametres/adresses/nouvelle",
        f"/parametres/adresses/{address.address_id}/retirer",
        "/parametres/colis",
        f"/parametres/colis/{preset_id}",
        f"/parametres/colis/{preset_id}/retirer",
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_everyone_can_read_and_use_every_one_of_these_pages(
    desk: Desk, language: str
) -> None:
    page = await desk.open(language=language)
    every_other = slice(language == "en", None, 2)

    for path in (await _pages(desk))[every_other]:
        await page.goto(desk.url + path)

        assert await complaints_of(page, dark=language == "fr") == [], path


async def test_the_keyboard_alone_goes_through_the_forms(desk: Desk) -> None:
    page: Page = await desk.open()
    for path in ("/", "/parametres/adresses/nouvelle", "/parametres/activation"):
        await page.goto(desk.url + path)

        assert await complaints_of_keyboard(page) == [], path
