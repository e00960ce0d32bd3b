"""One Chromium for all, and visits in it that tell what a person would not notice."""

import re
from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.chromium import NoChromiumError, find_or_install, flags
from tests.browser.visiting import Visits

SCREENSHOTS = Path(__file__).parents[2] / ".renvoi/screenshots"
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note a failure, so that the visits know that their last sight is wanted."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Find a Chromium before a loop runs: looking into Playwright's cache wants its own."""
    try:
        return find_or_install()
    except NoChromiumError as none:
        pytest.fail(str(none), pytrace=False)


@pytest.fixture(scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=flags())
        yield browser
        await browser.close()


@pytest.fixture
async def visits(browser: Browser, request: pytest.FixtureRequest) -> AsyncIterator[Visits]:
    """Open pages as different people; at the end none may have done what no page may do."""
    visits = Visits(browser)
    yield visits
    if request.node.stash.get(FAILED, False):
        name = re.sub(r"\W+", "-", request.node.name).strip("-")
        await visits.keep_sights(SCREENSHOTS, name)
    await visits.close()
    assert visits.complaints == []
