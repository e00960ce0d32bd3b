"""What every page owes to everybody, on each screen, in the dark, to machines and keyboards."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.async_api import Page

from tests.browser.visiting import SIZES

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa")
RULES = (*WCAG, "best-practice")
# Day, month, year and calendar of one field are stops of their own, in which nobody sees them move.
_PARTS_OF_A_DATE = 4
NARROW = {"width": 320, "height": 640}

FRAME = """() => {
    const wrong = [];
    const headings = document.querySelectorAll("h1").length;
    if (!/^(fr|en)-CA$/.test(document.documentElement.lang)) wrong.push("no language");
    if (!document.title.trim()) wrong.push("no title");
    if (headings !== 1) wrong.push(`${headings} main headings`);
    return wrong;
}"""

# A link inside a sentence is exempt, and so is what only those who listen come across.
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea")]
    .map((control) => control.closest("label") ?? control)
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !control.closest("[aria-hidden=true]"))
    .filter((control) => getComputedStyle(control).display !== "inline")
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
    .map(({ control, box }) => `${control.outerHTML.slice(0, 80)} is ${box.width} × ${box.height}`)
"""

ASK_AXE = """async (only) => {
    const { violations } = await axe.run({ runOnly: only, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}"""

SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"

# Of a group of radio buttons the keyboard stops at the chosen one. The first stop is reached from
# the second: a page that has told of a mistake begins in its middle.
STOPS = """() => {
    const inside = document.querySelector("dialog[open]") ?? document;
    const controls = "a[href], button, input, select, textarea, iframe, summary, [tabindex]";
    window.stops = [...inside.querySelectorAll(controls)]
        .filter((stop) => stop.tabIndex >= 0 && stop.type !== "hidden" && !stop.disabled)
        .filter((stop) => stop.type !== "radio" || stop.checked)
        .filter((stop) => stop.checkVisibility({ visibilityProperty: true }));
    window.stops[1].focus();
    return window.stops.length;
}"""

HERE = """() => {
    const here = document.activeElement;
    const hasRing = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    };
    let around = here;
    for (let up = 0; around && up < 5 && !hasRing(around); up += 1) around = around.parentElement;
    const ringed = Boolean(around && hasRing(around));
    return { place: window.stops.indexOf(here), ringed, html: here.outerHTML.slice(0, 80) };
}"""


async def complaints_of(page: Page, *, dark: bool = False) -> list[str]:
    """List what is wrong with the page as it stands. Leaves it at the desktop's width."""
    wrong: list[str] = await page.evaluate(FRAME)
    await page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    if (over := await page.evaluate(SIDEWAYS)) > 0:
        wrong.append(f"scrolls sideways by {over} px at {NARROW['width']}")
    for screen, size in SIZES.items():
        await page.set_viewport_size(size)
        wrong += [f"{screen}: {found}" for found in await page.evaluate(SMALL_TARGETS)]
        wrong += [f"{screen}: {found}" for found in await ask_axe(page, "tag", *RULES)]
    if dark:
        await page.emulate_media(color_scheme="dark")
        wrong += [f"dark: {found}" for found in await ask_axe(page, "rule", "color-contrast")]
        await page.emulate_media(color_scheme="light")
    return wrong


async def complaints_of_keyboard(page: Page) -> list[str]:
    """Go through the page by Tab: every control is met, in reading order, with a ring around it."""
    count: int = await page.evaluate(STOPS)
    wrong: list[str] = []
    met: list[int] = []
    for step in range(count):
        await page.keyboard.press("Tab" if step else "Shift+Tab")
        here = await page.evaluate(HERE)
        for _ in range(_PARTS_OF_A_DATE):
            if here["place"] != (met[-1] if met else -1):
                break
            await page.keyboard.press("Tab")
            here = await page.evaluate(HERE)
        met.append(here["place"])
        if not here["ringed"]:
            wrong.append(f"no ring around {here['html']}")
    if met != list(range(count)):
        wrong.append(f"the keyboard goes {met}")
    return wrong


async def ask_axe(page: Page, kind: str, *values: str) -> list[str]:
    """Ask axe, brought along once for each page, and only for what is wrong."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE_SCRIPT)
    found: list[str] = await page.evaluate(ASK_AXE, {"type": kind, "values": values})
    return found
