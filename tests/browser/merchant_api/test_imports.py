"""A file of shipments in a browser: given, checked, read while one watches, and mended."""

from playwright.async_api import FilePayload, Page, expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.files import a_file, a_line, read_to_its_end

HEADINGS = "Suivi;Nom;Rue;Ville;Code postal;Livré le"


def _line(number: int, code: str = "J1H1A1") -> str:
    return f"7023{number:012};Éloïse Exemple;1200, rue Exemple;Sherbrooke;{code};03/04/2026"


async def _give(page: Page, content: bytes) -> None:
    file = FilePayload(name="envois.csv", mimeType="text/csv", buffer=content)
    await page.set_input_files("#fichier", files=[file])


async def test_a_file_is_checked_column_by_column_and_watched_to_its_end(desk: Desk) -> None:
    page = await desk.open()
    await page.goto(desk.url + "/envois")
    await page.get_by_role("link", name="Importer un fichier").click()
    assert await complaints_of(page) == []
    await _give(page, a_file(_line(1), _line(2), headings=HEADINGS))
    await page.get_by_role("button", name="Voir ce que le fichier contient").click()

    await expect(page.get_by_text("Dites dans quel ordre sont le jour et le mois")).to_be_visible()
    await page.get_by_label("Ordre des dates").select_option("mdy")
    await expect(page.get_by_text("4 mars 2026").first).to_be_visible()
    await page.get_by_label("Ville", exact=True).select_option("")
    await expect(page.get_by_text("Dites quelle colonne est la ville")).to_be_visible()
    await page.get_by_label("Ville", exact=True).select_option("city")
    await expect(page.get_by_text("4 mars 2026").first).to_be_visible()
    assert await complaints_of(page, dark=True) == []
    assert await complaints_of_keyboard(page) == []
    await page.get_by_role("button", name="Importer les envois").click()
    await expect(page.get_by_role("progressbar")).to_be_visible()
    assert await complaints_of(page, dark=True) == []
    await read_to_its_end(desk.shop, page.url)

    await expect(page.get_by_text("Toutes les lignes ont été comprises.")).to_be_visible()
    await page.get_by_role("link", name="Voir les envois").click()
    await expect(page.get_by_role("link", name="Éloïse Exemple")).to_have_count(2)


async def test_without_script_on_a_phone_bad_lines_are_mended_in_english(desk: Desk) -> None:
    page = await desk.open(width=390, script=False, language="en")
    await page.goto(desk.url + "/envois/importer")
    await _give(page, a_file(a_line(1), a_line(2, code="J1H")))
    await page.get_by_role("button", name="See what the file holds").click()
    await expect(page.get_by_text("One of the first 2 lines will be left aside")).to_be_visible()
    await page.get_by_role("button", name="Preview again").click()
    await page.get_by_role("button", name="Import the shipments").click()
    await expect(page.get_by_role("heading", name="Import in progress")).to_be_visible()
    await read_to_its_end(desk.shop, page.url)

    await expect(page.get_by_role("heading", name="Lines to mend")).to_be_visible()
    await expect(page.get_by_text("Check the postal code")).to_be_visible()
    async with page.expect_download() as download:
        await page.get_by_role("link", name="Download the lines to mend").click()
    file = await (await download.value).path()
    mended = file.read_bytes().replace(b";J1H;", b";J1H1A1;")
    await page.get_by_role("link", name="Import the mended file").click()
    await _give(page, mended)
    await page.get_by_role("button", name="See what the file holds").click()
    await page.get_by_role("button", name="Import the shipments").click()
    await read_to_its_end(desk.shop, page.url)

    await expect(page.get_by_text("All lines were understood.")).to_be_visible()
