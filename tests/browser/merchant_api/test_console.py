"""The console in a browser: rows open in place, news arrives by itself, and script is a bonus."""

from uuid import UUID

import pytest
from merchant_api.deciding.approve_return import approve_return
from playwright.async_api import Page, Request, expect

from tests.browser.access import RULES, ask_axe
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears


async def _question(shop: Shop) -> UUID:
    """Return the id of the last question about cost."""
    *_, asked = await announced(shop.pool, "estimate-requested")
    return UUID(str(asked["estimate_id"]))


async def test_a_row_opens_and_closes_in_place(desk: Desk) -> None:
    await desk.shop.is_asked()
    page = await desk.open()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.extend(_by_script(request)))
    line = page.get_by_role("link", name="Camille Exemple")

    await line.click()
    await expect(page.get_by_text("La fermeture éclair s’est brisée.")).to_be_visible()
    await expect(line).to_have_attribute("aria-expanded", "true")
    await expect(line).to_be_focused()
    address = page.url
    await line.click()

    await expect(line).to_have_attribute("aria-expanded", "false")
    assert [url.rpartition("/")[2] for url in fetched] == ["rangee", "rangee?etat=ferme"]
    assert address == f"{desk.url}/retours?ouvert=RV-0001-6K"
    await page.goto(address)
    await expect(line).to_have_attribute("aria-expanded", "true")


def _by_script(request: Request) -> list[str]:
    return [request.url] if request.resource_type == "xhr" else []


def _note_fetched(fetched: list[str], request: Request) -> None:
    """Remember pages and parts of pages; pictures are no news."""
    if request.resource_type in ("document", "fetch", "xhr"):
        fetched.append(request.url)


async def test_price_label_and_parcel_arrive_by_themselves(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    await page.get_by_role("link", name="Camille Exemple").click()

    await page.get_by_role("button", name="Estimer le coût d’expédition").click()
    await expect(page.get_by_text("Postes Canada calcule le prix…")).to_be_visible()
    await hears(shop.pool, shop.a_price(return_id, await _question(shop)))
    await expect(page.get_by_role("cell", name="15,92 $")).to_be_visible()

    await page.get_by_role("button", name="Approuver", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("RV-0001-6K est approuvé.")
    await expect(page.get_by_text("Étiquette en préparation")).to_be_visible()
    await hears(shop.pool, shop.a_label(return_id))
    await expect(page.locator("dd", has_text="7023 2101 9483 7261")).to_be_visible()

    await hears(shop.pool, shop.a_move(return_id, "accepted"))
    await expect(page.locator(".timeline [aria-current]")).to_contain_text("Déposé")
    await expect(page.locator(".q-line")).to_contain_text("Déposé")


async def test_a_price_that_arrives_leaves_what_is_being_written_alone(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    await page.get_by_role("button", name="Estimer le coût d’expédition").click()
    await page.get_by_role("link", name="Refuser").click()
    await page.get_by_label("Message au client").fill("Article por")

    await hears(shop.pool, shop.a_price(return_id, await _question(shop)))
    await expect(page.locator(".price")).to_contain_text("15,92 $")
    await page.keyboard.type("té.")

    await expect(page.get_by_label("Message au client")).to_have_value("Article porté.")
    await page.get_by_label("Raison interne").select_option("used_or_damaged")
    await page.get_by_role("button", name="Refuser le retour").click()
    await expect(page.get_by_role("status")).to_contain_text("est refusé")
    [event] = await announced(shop.pool, "return-declined")
    assert event["message"] == "Article porté."


async def test_a_refusal_can_be_thought_over(desk: Desk) -> None:
    await desk.shop.is_asked()
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    opener, dialog = page.get_by_role("link", name="Refuser"), page.get_by_role("dialog")

    await opener.click()
    await expect(page.get_by_label("Raison interne")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(opener).to_be_focused()
    await opener.click()
    await page.get_by_role("link", name="Garder la demande").click()

    await expect(dialog).to_be_hidden()
    assert await announced(desk.shop.pool, "renvoi.return-") == []


async def test_two_people_at_one_request_are_told_what_is_so(desk: Desk) -> None:
    shop, return_id = desk.shop, await desk.shop.is_asked()
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)

    await page.get_by_role("button", name="Approuver", exact=True).click()

    await expect(page.get_by_role("status")).to_contain_text(
        "RV-0001-6K était déjà approuvé : par demi@example.com"
    )


async def test_without_script_everything_can_be_done(desk: Desk) -> None:
    shop = desk.shop
    first, _ = await shop.is_asked(), await shop.is_asked(name="Noé Modèle")
    page = await desk.open(script=False, width=390)

    await page.get_by_role("link", name="Camille Exemple").click()
    await page.get_by_role("button", name="Estimer le coût d’expédition").click()
    await expect(page.locator("[aria-busy]")).to_be_visible()
    await hears(shop.pool, shop.a_price(first, await _question(shop)))
    await expect(page.locator(".price")).to_contain_text("15,92 $")  # the page asks again by itself
    await page.get_by_role("button", name="Approuver", exact=True).click()
    await expect(page.get_by_role("status")).to_contain_text("est approuvé")

    await page.get_by_role("link", name="Un autre à traiter").click()
    await page.get_by_role("link", name="Noé Modèle").click()
    await page.get_by_role("link", name="Refuser").click()
    await page.get_by_role("button", name="Refuser le retour").click()
    await expect(page.get_by_role("alert")).to_contain_text("Écrivez au client pourquoi")
    await page.get_by_label("Raison interne").select_option("used_or_damaged")
    await page.get_by_label("Message au client").fill("Article porté.")
    await page.get_by_role("button", name="Refuser le retour").click()
    await expect(page.get_by_role("status")).to_contain_text("est refusé")

    await page.get_by_role("link", name="Votre compte").click()
    await page.get_by_role("button", name="Fermer la session").click()
    await expect(page.get_by_role("status")).to_contain_text("Votre session est fermée.")
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_a_session_that_ends_under_an_open_page_leads_to_the_way_in(desk: Desk) -> None:
    shop = desk.shop
    await shop.is_asked()
    page = await desk.open()
    await page.goto(f"{desk.url}/retours?ouvert=RV-0001-6K")
    await shop.pool.execute("DELETE FROM sessions")

    await page.get_by_role("button", name="Estimer le coût d’expédition").click()

    await expect(page.get_by_role("heading", name="Ouvrir une session")).to_be_visible()
    await expect(page.get_by_role("status")).to_contain_text("Votre session a pris fin.")


@pytest.fixture
async def busy_desk(desk: Desk) -> Desk:
    """A desk with a return in each state."""
    shop = desk.shop
    for name in ("Camille Exemple", "Anticonstitutionnellement-Deschênes de la Grande-Rivière"):
        await shop.is_asked(name=name)
    decided = [await shop.is_asked() for _ in range(5)]
    for return_id in decided:
        await approve_return(shop.pool, shop.merchant_id, return_id, actor=DEMI, now=NOON)
    _, ready, moving, refused, unknown = decided
    await hears(
        shop.pool,
        shop.a_label(ready),
        shop.an_unsent(ready),
        shop.a_label(moving),
        shop.a_move(moving, "in_transit"),
        shop.a_failure(refused, "refused"),
        shop.a_failure(unknown, "unknown"),
    )
    return desk


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
async def test_everyone_can_read_and_use_every_page(
    busy_desk: Desk, width: int, language: str, scheme: str
) -> None:
    page = await busy_desk.open(
        width=width, scheme="dark" if scheme == "dark" else "light", language=language
    )
    page.on("request", lambda request: _check_own(request, busy_desk.url))
    paths = [
        "/connexion",
        "/retours?onglet=fermes",
        "/retours/RV-0001-6K/refuser",
        *(f"/retours?ouvert=RV-{number:04d}-6K" for number in range(1, 8)),
    ]

    for path in paths:
        await page.goto(busy_desk.url + path)

        assert await _faults(page) == [], path
        assert await _overflow(page) <= 0, f"{path} scrolls sideways"


def _check_own(request: Request, url: str) -> None:
    assert request.url.startswith(url), "no third party is ever asked"


async def _faults(page: Page) -> list[str]:
    return await ask_axe(page, "tag", *RULES)


async def _overflow(page: Page) -> int:
    """Measure how far the page scrolls sideways."""
    script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    pixels: int = await page.evaluate(script)
    return pixels
