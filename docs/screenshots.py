"""Takes a picture of every page in every state, width and language: `make screenshots`.

They lie in `.renvoi/screenshots/<side>/<page>-<language>-<screen>[-dark].png`: for eyes alone.
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.async_api import Browser, Page, async_playwright

from tests.browser.chromium import find_or_install, flags
from tests.browser.door_sights import door_sights
from tests.browser.sights import console_sights, other_sights, portal_sights
from tests.browser.spoken import EN, FR, Spoken
from tests.browser.standing import Standing, bring_about
from tests.browser.visiting import SIZES, WAIT_MS, Screen
from tests.system import System, running

FOLDER: Final = Path(__file__).parents[1] / ".renvoi/screenshots"
WALKS: Final = {
    "portal": portal_sights,
    "console": console_sights,
    "doors": door_sights,
    "beside": other_sights,
}


def main() -> None:
    """Bring returns about in a system of its own, walk past everything, and say where it lies."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as system:
        standing = bring_about(system)
        taken = asyncio.run(_take_all(system, standing))
    print(f"{taken} pictures in {FOLDER}")  # noqa: T201  the answer of a command


async def _take_all(system: System, standing: Standing) -> int:
    taken = 0
    wanted = sys.argv[1:] or list(WALKS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_or_install(), args=flags())
        for side in wanted:
            for said in (FR, EN):
                for screen in SIZES:
                    taken += await _take(browser, side, said, screen, system, standing)
    return taken


async def _take(
    browser: Browser, side: str, said: Spoken, screen: Screen, system: System, standing: Standing
) -> int:
    """Walk once; the console is looked at in the dark as well."""
    context = await browser.new_context(viewport=SIZES[screen], reduced_motion="reduce")
    context.set_default_timeout(WAIT_MS)
    page = await context.new_page()
    (FOLDER / side).mkdir(parents=True, exist_ok=True)
    taken = 0
    async for name in WALKS[side](page, said, system, standing):
        stem = f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}-{said.language}-{screen}"
        await _keep(page, FOLDER / side / f"{stem}.png")
        taken += 1
        if side == "console" and said is FR:
            await page.emulate_media(color_scheme="dark")
            await _keep(page, FOLDER / side / f"{stem}-dark.png")
            await page.emulate_media(color_scheme="light")
            taken += 1
    await context.close()
    return taken


async def _keep(page: Page, file: Path) -> None:
    await page.screenshot(path=file, full_page=True)


if __name__ == "__main__":
    main()
