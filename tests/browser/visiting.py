"""Visits: browsers of different people, watched for what no page of ours may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from playwright.async_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    WebError,
    expect,
)

Screen = Literal["phone", "desktop"]

SIZES: Final[Mapping[Screen, ViewportSize]] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}
WAIT_MS: Final = 20_000
expect.set_options(timeout=WAIT_MS)
# Chromium writes a refusal's status to the console, also where the refusal is a page of ours.
STATUS_TOLD: Final = "Failed to load resource: the server responded with a status of 4"


@dataclass
class Visits:
    """All the visits of one test, and what was wrong with any page in them."""

    browser: Browser
    complaints: list[str] = field(default_factory=list)
    _contexts: list[BrowserContext] = field(default_factory=list)
    _gone_to: set[str] = field(default_factory=set)

    async def begin(self, screen: Screen = "desktop", *, scripted: bool = True) -> Page:
        """Open a browser of somebody's own, without a history; give its first page."""
        context = await self.browser.new_context(
            viewport=SIZES[screen],
            java_script_enabled=scripted,
            # Every page asks for nothing to move, so that it is looked at when it stands still.
            reduced_motion="reduce",
        )
        context.set_default_timeout(WAIT_MS)
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        self._contexts.append(context)
        return await context.new_page()

    async def keep_sights(self, folder: Path, name: str) -> None:
        """Take a picture of each page that is open, for whoever asks why."""
        pages = [page for context in self._contexts for page in context.pages]
        for number, page in enumerate(pages, 1):
            await page.screenshot(path=folder / f"{name}-{number}.png", full_page=True)

    async def close(self) -> None:
        for context in self._contexts:
            await context.close()

    def _on_request(self, request: Request) -> None:
        """Complain of anything that a page fetches elsewhere; a link to elsewhere is no fetch."""
        if request.is_navigation_request():
            self._gone_to.add(request.url)
            return
        if request.url.startswith("data:"):
            return
        try:
            asker = request.frame.page.url
        except Error:  # the page has gone meanwhile, and cannot be asked any more
            return
        if urlsplit(request.url).netloc != urlsplit(asker).netloc:
            self.complaints.append(f"{asker} fetches {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        where = message.location["url"]
        is_page_told = message.text.startswith(STATUS_TOLD) and where in self._gone_to
        if message.type in ("error", "warning") and not is_page_told:
            self.complaints.append(f"{message.type} on {where}: {message.text}")

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")
