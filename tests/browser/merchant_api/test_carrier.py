"""The carrier account in the console: saved, tried, and told what is wrong with it."""

from uuid import UUID

from playwright.async_api import Page, expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.story import Shop, announced, hears, opened

CARRIER = "/parametres/transporteur"


async def _type(page: Page, *labels: str) -> None:
    """Fill the form in, by the labels of customer number, contract, user, password."""
    for label, text in zip(labels, ("0001234567", "42", "utilisatrice", "canary"), strict=True):
        await page.get_by_label(label).fill(text)


async def _answer(shop: Shop, outcome: str, finding: str | None = None) -> dict[str, object]:
    """Have the carrier answer the last trial; return what was asked."""
    *_, asked = await announced(shop.pool, "carrier-check-requested")
    check_id = UUID(str(asked["check_id"]))
    await hears(shop.pool, shop.a_checked(check_id, outcome, finding))  # type: ignore[arg-type]
    return asked


async def _held(shop: Shop) -> object:
    *_, sealed = await announced(shop.pool, "carrier-account-sealed")
    return opened(sealed["sealed"])["customer_number"]


async def test_the_saved_account_is_tried_in_place(desk: Desk) -> None:
    page = await desk.open()
    await page.goto(desk.url + CARRIER)

    await page.get_by_role("button", name="Tester la connexion").click()
    await expect(page.get_by_text("Postes Canada vérifie le compte…")).to_be_visible()
    await _answer(desk.shop, "refused", "credentials")

    await expect(page.get_by_text("Vérifiez l’utilisateur et le mot de passe")).to_be_visible()
    assert await complaints_of(page, dark=True) == []
    assert await complaints_of_keyboard(page) == []


async def test_a_typed_account_is_tried_while_it_stands_in_the_form_and_then_saved(
    desk: Desk,
) -> None:
    page = await desk.open(language="en", width=390)
    await page.goto(desk.url + CARRIER)
    password = page.get_by_label("API password")

    await page.get_by_role("button", name="Test without saving").click()
    await expect(page.get_by_text("Canada Post is checking")).to_be_visible()  # the saved one
    await _type(page, "Customer number", "Contract number", "API user name", "API password")
    await password.fill("")
    await page.get_by_role("button", name="Test without saving").click()
    await page.get_by_role("link", name="Enter the API password").click()
    await expect(password).to_be_focused()
    await password.fill("canary")
    await page.get_by_role("button", name="Test without saving").click()
    await expect(page.get_by_text("Canada Post is checking")).to_be_visible()
    asked = await _answer(desk.shop, "ok")
    await expect(page.get_by_text("The connection works")).to_be_visible()

    assert opened(asked["sealed"])["password"] == "canary"
    await expect(password).to_have_value("canary")
    assert await _held(desk.shop) == "0000042"
    await page.get_by_role("button", name="Save the account").click()
    await expect(page.get_by_role("status")).to_contain_text("Account saved and sealed.")
    await expect(page.get_by_text("•••\N{NO-BREAK SPACE}567")).to_be_visible()
    assert await _held(desk.shop) == "0001234567"


async def test_without_script_a_typed_account_is_tried_and_kept_without_being_typed_again(
    desk: Desk,
) -> None:
    page = await desk.open(script=False)
    await page.goto(desk.url + CARRIER)
    await page.get_by_role("radio", name="Essai").check()

    await page.get_by_role("button", name="Enregistrer le compte").click()
    await expect(page.get_by_role("alert")).to_contain_text("Saisissez le numéro de client")
    await _type(
        page,
        "Numéro de client",
        "Numéro de convention",
        "Utilisateur de l’API",
        "Mot de passe de l’API",
    )
    await page.get_by_role("button", name="Tester sans enregistrer").click()
    await expect(page.get_by_text("Postes Canada vérifie le compte…")).to_be_visible()
    await _answer(desk.shop, "ok")
    await page.get_by_role("button", name="Enregistrer ce compte").click()  # it asks again itself

    await expect(page.get_by_role("status")).to_contain_text("Compte enregistré et scellé.")
    await expect(page.locator("dd", has_text="Essai")).to_be_visible()
    assert await _held(desk.shop) == "0001234567"
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells
