"""Takes the README's pictures anew, of a system of its own: `make pictures`."""

import tempfile
from io import BytesIO
from pathlib import Path

from local_stack.demo import Sample, samples, sign_in
from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.browser.chromium import find_or_install, flags
from tests.system import Parcel, Requested, System, running

HERE = Path(__file__).parent
SIZE = ViewportSize(width=1280, height=900)


def main() -> None:
    """Let one return of the demo's three become ready, the others wait, and look at both sides."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as system:
        ready, waiting, _ = [system.request(_asked_for(sample, system)) for sample in samples()]
        system.decide(ready, "approve")
        system.until(lambda: system.state(ready) == "ready")
        system.until(lambda: system.dossier(waiting))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_or_install(), args=flags())
            page = browser.new_page(viewport=SIZE, reduced_motion="reduce")
            _look_at_portal(page, system, ready)
            _look_at_console(page, system, waiting)
            browser.close()


def _asked_for(sample: Sample, system: System) -> Parcel:
    """Take a parcel of the demo as its customer would, once the portal knows it."""
    parcel = Parcel(sample.tracking_number, sample.postal_code, "camille@example.com")
    system.until(lambda: system.is_known(parcel))
    return parcel


def _look_at_portal(page: Page, system: System, ready: Requested) -> None:
    page.goto(f"{system.portal}/r/{ready.token}")
    page.get_by_role("heading", level=1).wait_for()
    _keep(page, "portal")


def _look_at_console(page: Page, system: System, waiting: Requested) -> None:
    email, password = sign_in()
    page.goto(f"{system.console}/retours")
    page.locator("input[type=email]").fill(email)
    page.locator("input[type=password]").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/retours")
    page.goto(f"{system.console}/retours?ouvert={waiting.number}")
    page.get_by_role("button", name="Estimer le coût").click()
    page.get_by_text("Total").wait_for()
    _keep(page, "console")


def _keep(page: Page, name: str) -> None:
    """Save what is seen, every colour of it: fewer would turn a state's icon grey."""
    seen = Image.open(BytesIO(page.screenshot())).convert("RGB")
    seen.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
