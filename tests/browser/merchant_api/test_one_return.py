"""One return in a browser: priced and approved on chosen terms, declined, written about."""

from uuid import UUID

from playwright.async_api import Page, expect

from tests.browser.access import RULES, ask_axe
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import Shop, announced, hears

PATH = "/retours/RV-0001-6K"


async def _question(shop: Shop) -> UUID:
    *_, asked = await announced(shop.pool, "estimate-requested")
    return UUID(str(asked["estimate_id"]))


async def _overflow(page: Page) -> int:
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    pixels: int = await page.evaluate(script)
    return pixels


async def test_a_return_is_priced_and_approved_on_its_own_page_on_chosen_terms(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open(language="en", scheme="dark")
    await page.goto(desk.url + PATH)

    await page.get_by_text("Change", exact=True).click()
    await page.get_by_label("Service").select_option("DOM.XP")
    await page.get_by_label("Another one").check()
    await page.get_by_role("button", name="Estimate shipping cost").click()
    await expect(page.get_by_role("alert")).to_contain_text("weight")
    await page.get_by_label("Weight in kg").fill("2.5")
    await page.get_by_role("button", name="Estimate shipping cost").click()
    await expect(page.get_by_text("Canada Post is working out the price…")).to_be_visible()
    await hears(shop.pool, shop.a_price(return_id, await _question(shop)))
    await expect(page.locator(".price")).to_contain_text("$15.92")
    await expect(page.get_by_label("Weight in kg")).to_have_value("2.5")
    assert await ask_axe(page, "tag", *RULES) == []
    await page.get_by_role("button", name="Approve", exact=True).click()

    await expect(page.get_by_role("status").first).to_contain_text("is approved")
    assert page.url.startswith(desk.url + PATH)
    await expect(page.get_by_text("Xpresspost · 2.5 kg")).to_be_visible()
    [event] = await announced(shop.pool, "return-approved")
    assert event["service_code"] == "DOM.XP"


async def test_a_reason_brings_words_that_the_mail_shows_as_they_are_changed(desk: Desk) -> None:
    await desk.shop.is_asked()
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    await page.get_by_role("link", name="Refuser", exact=True).click()
    dialog = page.get_by_role("dialog")
    reason, message = (
        dialog.get_by_label("Raison interne"),
        dialog.get_by_label("Message au client"),
    )
    mail = dialog.get_by_role("figure")

    await reason.select_option("final_sale")
    await expect(message).to_have_value(
        "Cet article est une vente finale\N{NO-BREAK SPACE}: il ne peut être ni repris ni échangé."
    )
    await expect(mail).to_contain_text("« Cet article est une vente finale : il ne peut être")
    await message.fill("Vente finale.\n\nDésolés.")
    await reason.select_option("duplicate")
    await expect(message).to_have_value("Vente finale.\n\nDésolés.")
    await expect(mail.locator("[data-mirror]")).to_have_text("Vente finale.Désolés.")
    assert await ask_axe(page, "tag", *RULES) == []
    await dialog.get_by_role("button", name="Refuser le retour").click()

    await expect(page.get_by_role("status").first).to_contain_text("est refusé")
    [event] = await announced(desk.shop.pool, "return-declined")
    assert event["message"] == "Vente finale.\n\nDésolés."


async def test_news_leave_a_half_written_note_alone(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    await page.goto(desk.url + PATH)
    await page.get_by_label("Note interne").fill("Promis une rép")

    await hears(shop.pool, shop.a_sent(return_id))
    await expect(page.get_by_text("Courriel envoyé : demande reçue")).to_be_visible()
    await page.keyboard.type("onse.")

    await expect(page.get_by_label("Note interne")).to_have_value("Promis une réponse.")
    await page.get_by_role("button", name="Ajouter la note").click()
    await expect(page.get_by_role("status").first).to_contain_text("Note ajoutée.")
    await expect(page.locator(".notes li")).to_contain_text("Promis une réponse.")
    await expect(page.get_by_label("Note interne")).to_have_value("")


async def test_without_script_on_a_phone_a_customer_is_written_to_and_declined(desk: Desk) -> None:
    shop = desk.shop
    await shop.is_asked()
    page = await desk.open(script=False, width=390)
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")

    await page.get_by_role("link", name="Ouvrir sur sa page").click()
    await page.get_by_role("button", name="Envoyer au client").click()
    await expect(page.get_by_role("alert")).to_contain_text("Écrivez le message")
    await page.get_by_label("Votre message").fill("Une photo, s’il vous plaît?")
    await page.get_by_role("button", name="Envoyer au client").click()
    await expect(page.locator(".letters li")).to_contain_text("Une photo, s’il vous plaît?")

    await page.get_by_role("link", name="Refuser", exact=True).click()
    await page.get_by_label("Raison interne").select_option("other")
    await page.get_by_role("button", name="Proposer un texte").click()
    await expect(page.get_by_role("figure")).to_contain_text("Nous ne pouvons pas accepter")
    await page.get_by_role("button", name="Refuser le retour").click()
    await expect(page.get_by_role("status").first).to_contain_text("est refusé")
    assert page.url.startswith(desk.url + PATH)
    assert len(await announced(shop.pool, "customer-messaged")) == 1
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_the_page_fits_the_narrowest_phone_and_its_letters_stand_apart(desk: Desk) -> None:
    await desk.shop.is_asked(name="Anticonstitutionnellement-Deschênes de la Grande-Rivière")
    page = await desk.open(width=320, scheme="dark")

    await page.goto(desk.url + PATH)

    assert await _overflow(page) <= 0
    assert await ask_axe(page, "tag", *RULES) == []
    assert await ask_axe(page, "rule", "color-contrast") == []
    await expect(page.get_by_role("region", name="Notes internes")).to_contain_text(
        "le client ne les voit jamais"
    )
    await expect(page.get_by_role("region", name="Messages au client")).to_contain_text(
        "Le client les lit par courriel"
    )
