"""A walk past every page: each step stands still on one, so that it can be looked at."""

from collections.abc import AsyncIterator

from local_stack.demo import slug
from playwright.async_api import FilePayload, Page, expect

from tests.browser import journeys
from tests.browser.kept_sights import act_sights, settings_sights
from tests.browser.places import console_places, forms
from tests.browser.spoken import FR, Language, Spoken
from tests.browser.standing import Standing, State
from tests.system import System

UNKNOWN = "9999 9999 9999 9999"
_FILE = "tracking_number,name,line_1,city,postal_code\n1,Camille Exemple,1 rue X,Magog,J1X\n"
TABS = ("a-traiter", "approuves", "en-transit", "a-recevoir", "problemes", "fermes")
ON_PORTAL: tuple[State, ...] = (
    "received",
    "unknown",
    "code",
    "label",
    "declined",
    "moving",
    "delivered",
)
IN_CONSOLE: tuple[State, ...] = (*ON_PORTAL, "refused")


async def portal_sights(
    page: Page, said: Spoken, system: System, standing: Standing
) -> AsyncIterator[str]:
    """Walk through the portal: the steps with and without mistakes, each state, the small print."""
    async for name in _steps(page, said, system, standing):
        yield name
    for state in ON_PORTAL:
        await _go(page, said.language, standing.page(system, state))
        yield f"status {state}"
    await _go(page, said.language, f"{standing.page(system, 'code')}/politique")
    yield "policy of a return"
    for path in ("politique", "renseignements-personnels", "demande/none/motif", "none/none"):
        await _go(page, said.language, f"{system.portal}/{slug()}/{path}")
        yield path


async def _steps(
    page: Page, said: Spoken, system: System, standing: Standing
) -> AsyncIterator[str]:
    await _go(page, said.language, f"{system.portal}/{slug()}/")
    yield "parcel"
    await page.get_by_role("button", name=said.find_parcel).click()
    yield await _with_mistake(page, "parcel")
    await page.get_by_label(said.tracking_number).fill(UNKNOWN)
    await page.get_by_label(said.postal_code).fill("H2X 1Y4")
    await page.get_by_role("button", name=said.find_parcel).click()
    await expect(page.get_by_role("alert")).to_contain_text(said.not_found)
    yield "parcel not found"
    await _go(page, said.language, f"{system.portal}/{slug()}/")
    await journeys.find_parcel(page, said, standing.free)
    await expect(page.get_by_role("heading", name=said.why)).to_be_visible()
    yield "reasons"
    await page.get_by_role("button", name=said.on).click()
    yield await _with_mistake(page, "reasons")
    await journeys.choose_reasons(page, said, "Un mot,\npuis un autre.")
    await expect(page.get_by_role("heading", name=said.how)).to_be_visible()
    yield "method"
    await journeys.choose_method(page, said, said.qr_code)
    await expect(page.get_by_role("heading", name=said.check)).to_be_visible()
    yield "check"
    await page.get_by_role("button", name=said.send).click()
    yield await _with_mistake(page, "check")


async def console_sights(
    page: Page, said: Spoken, system: System, standing: Standing
) -> AsyncIterator[str]:
    """Walk through the console: in, each tab, a row in each state, a refusal, out."""
    await _go(page, said.language, f"{system.console}/connexion")
    yield "sign in"
    await page.get_by_role("button", name=said.sign_in).click()
    yield await _with_mistake(page, "sign in")
    await journeys.sign_in(page, said, system)
    for tab in TABS:
        await _go(page, said.language, f"{system.console}/retours?onglet={tab}")
        yield f"tab {tab}"
    async for name in _queue_sights(page, said, system):
        yield name
    for state in IN_CONSOLE:
        await _go(page, said.language, standing.row(system, state))
        yield f"row {state}"
    await _go(page, said.language, standing.row(system, "received"))
    if not await page.get_by_role("table", name=said.price).is_visible():
        await journeys.estimate(page, said)
    yield "row with a price"
    await page.get_by_role("link", name=said.decline).click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    yield "decline in a dialog"
    number = standing.returns["received"].number
    await _go(page, said.language, f"{system.console}/retours/{number}")
    yield "page of a return"
    await _go(page, said.language, f"{system.console}/retours/{number}/refuser")
    yield "decline"
    await page.get_by_role("button", name=said.decline_return).click()
    yield await _with_mistake(page, "decline")
    await _go(page, said.language, f"{system.console}/none")
    yield "no page"
    for path in console_places():
        await _go(page, said.language, f"{system.console}{path}")
        yield f"at {path.strip('/')}"
    async for name in _shipment_sights(page, said, system):
        yield name
    async for name in act_sights(page, said, system, standing):
        yield name
    async for name in settings_sights(page, said, system):
        yield name
    for path in forms():
        await _go(page, said.language, f"{system.console}{path}")
        await page.locator("main form .btn--go").click()
        yield await _with_mistake(page, f"at {path.strip('/')}")


async def _shipment_sights(page: Page, said: Spoken, system: System) -> AsyncIterator[str]:
    """Walk past one shipment, and a file that holds one line too little."""
    await _go(page, said.language, f"{system.console}/envois")
    await page.locator("main .q-who a").first.click()
    yield "shipment"
    own = page.url.partition("?")[0]
    for act in ("modifier", "effacer"):
        await _go(page, said.language, f"{own}/{act}")
        yield f"shipment {act}"
    await _go(page, said.language, f"{system.console}/envois/importer")
    file = FilePayload(name="envois.csv", mimeType="text/csv", buffer=_FILE.encode())
    await page.set_input_files("#fichier", files=[file])
    await page.locator("main form .btn--go").click()
    await expect(page.locator("#apercu")).to_be_visible()
    yield "file understood"
    await page.locator("#apercu .btn--go").click()
    await expect(page.locator("main a[download]")).to_be_visible()
    yield "file with a line to mend"


async def _queue_sights(page: Page, said: Spoken, system: System) -> AsyncIterator[str]:
    """Walk through what narrows the queue, and what acts on several of its returns."""
    queue = f"{system.console}/retours"
    await _go(page, said.language, f"{queue}?q=rv")
    yield "search"
    await _go(page, said.language, f"{queue}?q=zzzz")
    yield "search for nothing"
    await _go(page, said.language, f"{queue}?du=2020-01-01&mode=qr")
    await page.locator(".q-filters > summary").click()
    yield "filters"
    await _go(page, said.language, queue)
    await page.locator("body").press("?")
    await expect(page.locator("#raccourcis")).to_be_visible()
    yield "shortcuts"
    for act in ("approve", "decline"):
        await _go(page, said.language, queue)
        await page.locator(".q-line > .tick").first.check()
        if act == "approve":
            yield "a return ticked"
        await page.locator(f"#lot [value={act}]").click()
        await expect(page.locator("form [name=lot]")).to_be_attached()
        yield f"{act} several"
    await page.locator(".dialog-actions button").click()
    yield await _with_mistake(page, "decline several")


async def other_sights(
    page: Page, said: Spoken, system: System, standing: Standing
) -> AsyncIterator[str]:
    """Walk through what stands beside the product: the carrier's page and the inbox."""
    await _go(page, said.language, system.simulator)
    yield "simulator"
    await _go(page, said.language, system.inbox)
    yield "inbox"
    for subject in (FR.mail_received, FR.mail_ready, FR.mail_declined):
        state: State = "declined" if subject == FR.mail_declined else "code"
        await journeys.read_mail(page, system, standing.returns[state].email, subject)
        yield f"inbox: {subject}"
        for view in ("text", "source"):
            await page.goto(f"{page.url.partition('?')[0]}?view={view}")
            yield f"inbox: {subject}, {view}"


async def _with_mistake(page: Page, name: str) -> str:
    await expect(page.get_by_role("alert").first).to_be_visible()
    return f"{name} with a mistake"


async def _go(page: Page, language: Language, url: str) -> None:
    await page.goto(f"{url}{'&' if '?' in url else '?'}lang={language}")
