"""The queue in a browser: found, narrowed, several at once, kept true by itself, by keys alone."""

import re
from uuid import UUID

from merchant_api.bulk.perform_bulk_run import perform_bulk_run
from merchant_api.deciding.approve_return import approve_return
from playwright.async_api import Page, expect

from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears


async def _works(shop: Shop, page: Page) -> None:
    """Do the run that the page shows, as the work role does."""
    run_id = page.url.rpartition("/")[2]
    await perform_bulk_run(shop.pool, f"{shop.merchant_id}/{run_id}", clock=lambda: NOON)


async def test_several_are_estimated_then_approved_and_the_total_is_told(desk: Desk) -> None:
    shop = desk.shop
    first, second = await shop.is_asked(), await shop.is_asked(name="Noé Modèle")
    await shop.is_asked(name="Inès Spécimen")
    page = await desk.open()
    bar = page.locator("#lot")

    await expect(bar).to_be_hidden()
    await page.get_by_label("Sélectionner RV-0001-6K").check()
    await page.get_by_label("Sélectionner RV-0002-6K").check()
    await expect(bar).to_contain_text("2 retours sélectionnés")
    await bar.get_by_role("button", name="Estimer").click()
    await expect(page.get_by_role("heading", name="Estimation de 2 retours")).to_be_visible()
    await _works(shop, page)
    asked = [UUID(str(it["estimate_id"])) for it in await announced(shop.pool, "estimate")]
    await hears(shop.pool, shop.a_price(first, asked[0]), shop.a_price(second, asked[1]))
    await expect(page.locator(".run-cost")).to_have_text("31,84\N{NO-BREAK SPACE}$")
    await page.get_by_role("button", name="Approuver les 2 retours estimés").click()
    await expect(page.get_by_text("Coût estimé de 2 retours")).to_contain_text("31,84")
    await page.get_by_role("button", name="Approuver les 2 retours").click()
    await expect(page.get_by_role("heading", name="Approbation de 2 retours")).to_be_visible()
    await _works(shop, page)

    await expect(page.get_by_role("status")).to_have_text("2 approuvés")
    assert len(await announced(shop.pool, "return-approved")) == 2


async def test_without_script_several_are_declined_in_two_languages(desk: Desk) -> None:
    shop = desk.shop
    for name in ("Camille Exemple", "Noé Modèle"):
        await shop.is_asked(name=name)
    page = await desk.open(script=False, width=390, language="en")

    await page.get_by_label("All 2 of this view").check()
    await page.get_by_role("button", name="Decline…").click()
    await page.get_by_role("button", name="Decline the 2 returns").click()
    await expect(page.get_by_role("alert")).to_contain_text("Tell English-speaking customers")
    await page.get_by_label("Internal reason").select_option("final_sale")
    await page.get_by_label("Message to French-speaking customers").fill("Vente finale.")
    await page.get_by_label("Message to English-speaking customers").fill("Final sale.")
    await page.get_by_role("button", name="Decline the 2 returns").click()
    await _works(shop, page)

    await expect(page.get_by_role("status")).to_contain_text("2 declined")  # it asks by itself
    told = [event["message"] for event in await announced(shop.pool, "return-declined")]
    assert told == ["Vente finale.", "Vente finale."]
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_what_a_colleague_does_shows_in_place_and_new_ones_wait_to_be_let_in(
    desk: Desk,
) -> None:
    shop = desk.shop
    await shop.is_asked()
    theirs = await shop.is_asked(name="Noé Modèle")
    page = await desk.open()
    link = page.get_by_role("link", name="Camille Exemple")
    async with page.expect_response(re.compile("/retours/flux")):
        await page.reload()
    await link.focus()
    place = await link.bounding_box()

    await approve_return(shop.pool, shop.merchant_id, theirs, actor=DEMI, now=NOON)
    new = shop.a_request((await shop.ships()).shipment_id, name="Inès Spécimen")
    await hears(
        shop.pool, new.model_copy(update={"requested_at": new.requested_at.replace(hour=23)})
    )

    await expect(page.locator("#rangee-RV-0002-6K")).to_contain_text("Approuvé")
    await expect(page.locator('.tabs [data-tab="approved"] .count')).to_have_text("1")
    strip = page.get_by_role("link", name="1 nouveau retour")
    await expect(strip).to_be_visible()
    await expect(link).to_be_focused()
    assert await link.bounding_box() == place, "nothing moves under the reader"
    assert await page.get_by_role("link", name="Inès Spécimen").count() == 0
    await strip.click()
    await expect(page.get_by_role("link", name="Inès Spécimen")).to_be_visible()


async def test_what_is_being_written_stays_when_a_colleague_decides(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    async with page.expect_response(re.compile("/retours/flux")):
        await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    await page.get_by_role("link", name="Refuser").click()
    message = page.get_by_label("Message au client")
    await message.fill("Article por")

    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    row = page.locator("#rangee-RV-0001-6K")
    await expect(row.locator(".q-news")).to_be_attached()
    await expect(message).to_have_value("Article por")
    await page.keyboard.press("Escape")
    await row.get_by_role("link", name="Voir ce qu’il en est").click()
    await expect(row).to_contain_text("demi@example.com")


async def test_where_no_stream_comes_through_the_page_asks_now_and_then(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    await page.route("**/retours/flux", lambda route: route.fulfill(status=204))
    await page.clock.install()
    await page.goto(f"{desk.url}/retours")
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    await page.clock.run_for(16_000)

    await expect(page.locator("#rangee-RV-0001-6K")).to_contain_text("Approuvé")
    desk.complaints.clear()  # Chromium tells of the stream that did not come


async def test_a_days_work_is_done_by_keys_alone(desk: Desk) -> None:
    shop = desk.shop
    for name in ("Camille Exemple", "Noé Modèle"):
        await shop.is_asked(name=name)
    page = await desk.open(language="en")
    keys = page.keyboard

    await keys.press("?")
    await expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    await keys.press("Escape")
    await keys.press("j")
    await keys.press("j")
    await expect(page.get_by_role("link", name="Noé Modèle")).to_be_focused()
    await keys.press("x")
    await expect(page.get_by_label("Select RV-0002-6K")).to_be_checked()
    await keys.press("x")
    await keys.press("k")
    await keys.press("a")
    dialog = page.get_by_role("dialog", name="Approve RV-0001-6K of Camille Exemple?")
    await expect(dialog).to_be_visible()
    await keys.press("Enter")
    await expect(page.get_by_role("status").first).to_contain_text("RV-0001-6K is approved")
    await keys.press("/")
    await keys.type("noé aj")
    await expect(page.get_by_label("Search for a return")).to_have_value("noé aj")
    await keys.press("Backspace")
    await keys.press("Backspace")
    await keys.press("Enter")
    await expect(page.get_by_text("1 return found")).to_be_visible()
    await page.locator("h1").click()
    await keys.press("g")
    await keys.press("2")
    await expect(page.get_by_role("heading", name="Returns", exact=True)).to_be_visible()
    await expect(page.locator('.tabs [data-tab="approved"]')).to_have_attribute(
        "aria-current", "page"
    )
    assert len(await announced(shop.pool, "return-approved")) == 1


async def test_shortcuts_can_be_switched_off(desk: Desk) -> None:
    await desk.shop.is_asked()
    page = await desk.open()

    await page.keyboard.press("?")
    await page.get_by_label("Raccourcis actifs").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("/")

    await expect(page.get_by_label("Chercher un retour")).not_to_be_focused()
    await page.reload()
    await page.keyboard.press("/")
    await expect(page.get_by_label("Chercher un retour")).not_to_be_focused()


async def test_without_script_a_view_is_narrowed_saved_shared_and_taken_as_a_file(
    desk: Desk,
) -> None:
    await desk.shop.is_asked()
    page = await desk.open(script=False, width=390)

    await page.get_by_text("Filtrer", exact=True).click()
    await page.get_by_label("Motif", exact=True).select_option("damaged")
    await page.get_by_role("button", name="Appliquer").click()
    await page.get_by_text("Enregistrer cette vue").click()
    await page.get_by_label("Nom de la vue").fill("Les abîmés")
    await page.get_by_role("button", name="Enregistrer", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("La vue est enregistrée.")
    await page.goto(f"{desk.url}/retours")
    await page.get_by_role("link", name="Les abîmés").click()
    await expect(page).to_have_url(f"{desk.url}/retours?motif=damaged")
    async with page.expect_download() as saving:
        await page.get_by_role("link", name="Fichier CSV").click()
    file = await saving.value

    assert file.suggested_filename == "retours-2026-11-20.csv"
    await page.get_by_role("button", name="Supprimer cette vue").click()
    await expect(page.get_by_role("link", name="Les abîmés")).to_have_count(0)


async def test_search_and_filters_change_the_list_while_one_types(desk: Desk) -> None:
    for name in ("Camille Exemple", "Noé Modèle"):
        await desk.shop.is_asked(name=name)
    page = await desk.open()
    search = page.get_by_label("Chercher un retour")

    await search.press_sequentially("noe mo")
    await expect(page.get_by_text("1 retour trouvé")).to_be_visible()
    await expect(search).to_be_focused()
    await expect(page).to_have_url(f"{desk.url}/retours?q=noe%20mo")
    await page.get_by_text("Filtrer", exact=True).click()
    method = page.get_by_label("Mode", exact=True)
    await method.select_option("imprimee")

    await expect(page.get_by_text("Aucun retour ne correspond")).to_be_visible()
    await expect(page.get_by_text("Filtrer (1)")).to_be_visible()
    await expect(method).to_be_visible()
    await expect(page).to_have_url(f"{desk.url}/retours?q=noe%20mo&mode=imprimee")
    await page.get_by_role("link", name="Tout effacer").click()
    await expect(page).to_have_url(f"{desk.url}/retours?q=noe+mo")
