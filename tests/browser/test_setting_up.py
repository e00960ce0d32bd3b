"""From an empty database to the first return, with a keyboard and nothing else."""

import re
from collections.abc import Iterator

import pytest
from local_stack.ports import free_ports
from local_stack.stack import Stack
from playwright.async_api import Page, expect

from tests.browser.keyboard import Keyboard
from tests.browser.visiting import Visits
from tests.conftest import CACHE

LINK = re.compile(r"http://\S+/installation/\S+")
PASSWORD = "une phrase assez longue"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Run everything, with no merchant."""
    folder = tmp_path_factory.mktemp("empty")
    with Stack(folder, ports=free_ports(), cache=CACHE) as stack:
        yield stack


def _link(stack: Stack) -> str:
    """Read the link where whoever installs would: in what merchant-api says as it starts."""
    log = stack.log("merchant-serve").read_text("utf-8")
    found = LINK.search(log)
    assert found is not None, log
    return found[0]


async def test_a_keyboard_alone_sets_a_centre_up_and_tries_it(empty: Stack, visits: Visits) -> None:
    page = await visits.begin()
    keys = Keyboard(page)

    await page.context.set_extra_http_headers({"accept-language": "fr-CA"})
    await page.goto(_link(empty))
    await _found_store(keys, page)
    await _next_step(keys, page)
    await _add_address(keys, page)
    for save in ("Enregistrer les motifs", "Enregistrer", "Enregistrer l’apparence"):
        await _next_step(keys, page)
        await keys.press(page.get_by_role("button", name=save, exact=True))
        await expect(page.get_by_role("status").first).to_be_visible()
    await _next_step(keys, page)
    await _give_account(keys, page)
    await _next_step(keys, page)
    await keys.press(page.get_by_role("button", name="Préparer l’essai"))
    async with page.context.expect_page() as opened:
        await keys.press(page.get_by_role("link", name=re.compile("Ouvrir le portail")))
    await _ask_back(await opened.value)
    await keys.press(page.get_by_role("link", name=re.compile("^Voir RV-")))
    await _decide(keys, page)


async def _found_store(keys: Keyboard, page: Page) -> None:
    await keys.type(page.locator("#store_name"), "Atelier Spécimen")
    await keys.type(page.locator("#line_1"), "25, rue Imaginaire")
    await keys.type(page.locator("#city"), "Sherbrooke")
    await keys.type(page.locator("#province"), "Québec")
    await keys.type(page.locator("#postal_code"), "j1h 1a1")
    await keys.type(page.locator("#email"), "demi@example.com")
    await keys.type(page.locator("#password"), PASSWORD)
    await keys.press(page.locator("form .btn--go"))
    await expect(page.locator(".setup .next")).to_be_visible()


async def _next_step(keys: Keyboard, page: Page) -> None:
    if not await page.locator(".setup").is_visible():
        await keys.press(page.locator("a.brand"))
    await keys.press(page.locator(".setup .next a"))
    await expect(page.locator(".setup")).not_to_be_visible()


async def _add_address(keys: Keyboard, page: Page) -> None:
    await keys.press(page.get_by_role("link", name="Ajouter une adresse"))
    await keys.type(page.locator("#name"), "Service des retours")
    await keys.type(page.locator("#line_1"), "100, rue de l’Exemple")
    await keys.type(page.locator("#city"), "Montréal")
    await keys.type(page.locator("#province"), "Québec")
    await keys.type(page.locator("#postal_code"), "H2X 1Y4")
    await keys.press(page.locator("main .btn--go"))
    await expect(page.get_by_role("status").first).to_be_visible()


async def _give_account(keys: Keyboard, page: Page) -> None:
    await keys.type(page.locator("#client"), "0000042")
    await keys.type(page.locator("#convention"), "0000007")
    await keys.type(page.locator("#utilisateur"), "renvoi-demo")
    await keys.type(page.locator("#motdepasse"), "specimen")
    await keys.press(page.locator("main .btn--go"))
    await expect(page.get_by_role("status").first).to_be_visible()


async def _ask_back(portal: Page) -> None:
    """Ask as the customer would, on a page that knows the parcel already."""
    keys = Keyboard(portal)
    await keys.press(portal.get_by_role("button", name="Trouver mon colis"))
    await keys.press(portal.locator("input[name=reasons]").first, "Space")
    await keys.press(portal.locator("main .btn--go"))
    await keys.press(portal.locator("main .btn--go"))
    await keys.type(portal.locator("#email"), "demi@example.com")
    await keys.press(portal.locator("main .btn--go"))
    await expect(portal.get_by_role("heading", level=1)).to_contain_text("Demande reçue")


async def _decide(keys: Keyboard, page: Page) -> None:
    await keys.press(page.get_by_role("button", name="Estimer le coût d’expédition"))
    await expect(page.get_by_role("table")).to_be_visible()
    await keys.press(page.get_by_role("button", name="Approuver", exact=True))
    await expect(page.locator(".timeline [aria-current]")).to_contain_text("Étiquette prête")
