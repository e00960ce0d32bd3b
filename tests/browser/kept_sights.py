"""A walk past what has a number: a return's acts, several at once, what settings keep."""

import secrets
from collections.abc import AsyncIterator

from playwright.async_api import Page, expect

from tests.browser.spoken import Spoken
from tests.browser.standing import Standing
from tests.system import System

SETTINGS = "/parametres"


async def act_sights(
    page: Page, said: Spoken, system: System, standing: Standing
) -> AsyncIterator[str]:
    """Walk past the acts that ask first, and past several returns at once."""
    labelled = f"{system.console}/retours/{standing.returns['code'].number}"
    for act in ("annuler", "annuler-etiquette", "nouvelle-etiquette"):
        await page.goto(f"{labelled}/{act}?lang={said.language}")
        yield f"return {act}"
    await page.goto(f"{system.console}/retours?lang={said.language}")
    await page.locator(".q-line .tick").first.check()
    yield "a return chosen"
    await page.locator("#lot button[value=decline]").click()
    await expect(page.locator("#message_fr")).to_be_visible()
    yield "decline several"
    await page.locator("main .btn--bad").click()
    await expect(page.get_by_role("alert").first).to_be_visible()
    yield "decline several with a mistake"
    await page.goto(f"{system.console}/retours?lang={said.language}")
    await page.locator(".q-line .tick").first.check()
    await page.locator("#lot button[value=estimate]").click()
    await expect(page.locator(".run-cost")).to_be_visible()
    yield "several estimated"


async def settings_sights(page: Page, said: Spoken, system: System) -> AsyncIterator[str]:
    """Walk past an address, a parcel and a key: each made, changed, about to be removed."""
    place = f"{system.console}{SETTINGS}"
    await page.goto(f"{place}/colis/nouveau?lang={said.language}")
    for field, typed in (("name", "Boîte"), ("weight", "1,2")):
        await page.locator(f"#{field}").fill(typed)
    await page.locator("main form .btn--go").click()
    await page.wait_for_url("**/parametres/colis?*")
    for kind in ("adresses", "colis"):
        await page.goto(f"{place}/{kind}?lang={said.language}")
        yield f"kept {kind}"
        own = f"main a[href^='{SETTINGS}/{kind}/'][href$='/retirer']"
        removal = await page.locator(own).first.get_attribute("href") or ""
        for path in (removal.removesuffix("/retirer"), removal):
            await page.goto(f"{system.console}{path}?lang={said.language}")
            yield f"kept {kind}, {'changed' if path != removal else 'about to go'}"
    await page.goto(f"{place}/cles?lang={said.language}")
    # Of one name two keys may live, and this walk is walked more than twice.
    await page.locator("#nom").fill(f"Comptoir {secrets.token_hex(3)}")
    await page.locator("[name=droits]").first.check()
    await page.locator("main form .btn--go").click()
    await expect(page.locator(".secret")).to_be_visible()
    yield "a key made"
    revocation = await page.locator("main a[href$='/revoquer']").first.get_attribute("href")
    await page.goto(f"{system.console}{revocation}?lang={said.language}")
    yield "a key about to go"
