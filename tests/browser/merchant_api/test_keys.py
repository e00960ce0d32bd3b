"""API keys in the console: made, shown once, renewed, revoked."""

import re
from datetime import timedelta

from merchant_api.keys.make_key import Wish, make_key
from playwright.async_api import expect

from tests.browser.access import RULES, ask_axe, complaints_of
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import DEMI, NOON, Shop

WISH = Wish("Comptoir", ("returns:read",))
A_KEY = re.compile(r"^rp_live_\w{12}_\w{43}_\w{6}$")


async def _key_that_served(shop: Shop) -> None:
    key = await make_key(shop.pool, shop.merchant_id, WISH, actor=DEMI, now=NOON)
    at = NOON - timedelta(minutes=5)
    await shop.pool.execute("UPDATE api_keys SET last_used_at = $2 WHERE key_id = $1", key.id, at)


async def test_a_key_is_made_copied_and_gone_when_the_page_is_opened_again(desk: Desk) -> None:
    page = await desk.open()
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await page.goto(f"{desk.url}/parametres/cles")

    await page.get_by_role("button", name="Créer la clé").click()
    await expect(page.get_by_role("alert")).to_contain_text("Donnez un nom à la clé")
    await page.get_by_role("textbox", name="Nom").fill("Comptoir")
    await page.get_by_role("checkbox", name="Lire les retours").check()
    await page.get_by_role("button", name="Créer la clé").click()
    shown = page.get_by_role("group", name="Clé", exact=True)
    await expect(shown).to_have_text(A_KEY)
    await page.get_by_role("button", name="Copier").click()
    await expect(page.get_by_role("button", name="Copiée")).to_be_visible()

    key = await shown.text_content()
    assert await page.evaluate("navigator.clipboard.readText()") == key
    assert str(key) not in page.url
    assert await complaints_of(page, dark=True) == []
    await page.reload()  # sends the form once more
    await expect(page.get_by_role("status")).to_contain_text("n’est montrée qu’une fois")
    assert str(key) not in await page.content()
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_a_key_that_serves_is_revoked_on_second_thoughts_only(desk: Desk) -> None:
    await _key_that_served(desk.shop)
    page = await desk.open(language="en")
    await page.goto(f"{desk.url}/parametres/cles")
    opener = page.get_by_role("link", name="Revoke Comptoir")
    dialog = page.get_by_role("dialog")

    await opener.click()
    await expect(dialog).to_contain_text("this one was used last")
    assert await ask_axe(page, "tag", *RULES) == []
    await dialog.get_by_role("link", name="Keep the key").click()
    await expect(dialog).to_be_hidden()
    await opener.click()
    await dialog.get_by_role("button", name="Revoke the key").click()

    await expect(page.get_by_role("status")).to_contain_text("It opens nothing any more.")
    await expect(opener).to_have_count(0)


async def test_without_script_on_a_phone_a_key_is_renewed_and_the_old_one_revoked(
    desk: Desk,
) -> None:
    await _key_that_served(desk.shop)
    page = await desk.open(script=False, width=390)
    await page.goto(f"{desk.url}/parametres/cles")

    await page.get_by_role("button", name="Renouveler Comptoir").click()
    await expect(page.get_by_text(A_KEY)).to_be_visible()
    await expect(page.get_by_role("button", name="Renouveler Comptoir")).to_have_count(0)
    served = page.locator("li", has_text="Dernière utilisation").filter(has_text="Comptoir")
    await served.get_by_role("link", name="Révoquer Comptoir").click()
    await expect(page.get_by_text("n’a jamais servi")).to_be_visible()
    await page.get_by_role("button", name="Révoquer la clé").click()

    await expect(page.get_by_role("status")).to_contain_text("La clé est révoquée.")
    await expect(page.get_by_role("button", name="Renouveler Comptoir")).to_have_count(1)
