"""A console that a browser can reach, and people in front of it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

import pytest
from chassis.db import Pool
from chassis.process import Stop
from chassis.serving import serve
from local_stack.ports import free_ports
from playwright.async_api import Browser, Page

from tests.integration.merchant_api.edge import an_app
from tests.integration.merchant_api.story import PASSWORD, Shop, open_shop


@pytest.fixture
async def shop(merchant_pool: Pool) -> Shop:
    return await open_shop(merchant_pool)


@pytest.fixture
async def console_url(merchant_pool: Pool) -> AsyncIterator[str]:
    port = free_ports().console
    url = f"http://127.0.0.1:{port}"
    stop = Stop()
    serving = asyncio.create_task(
        serve(an_app(merchant_pool, public_url=url), "127.0.0.1", port, stop)
    )
    await _until_it_answers(port)
    yield url
    stop.set()
    await serving


async def _until_it_answers(port: int) -> None:
    async with asyncio.timeout(10):
        while True:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            await asyncio.sleep(0.02)


@dataclass(frozen=True, slots=True)
class Desk:
    """Opens the console as the shop's person would, and remembers what browsers complain of."""

    url: str
    shop: Shop
    browser: Browser
    complaints: list[str]

    async def open(
        self,
        *,
        width: int = 1280,
        script: bool = True,
        scheme: Literal["light", "dark"] = "light",
        language: str = "",
    ) -> Page:
        context = await self.browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        page = await context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: self._note(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(f"{self.url}/connexion?lang={language}&suite=/retours")
        await page.fill("#email", self.shop.email)
        await page.fill("#password", PASSWORD)
        await page.click("button.btn--go")
        await page.wait_for_url("**/retours")
        return page

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)


@pytest.fixture
async def desk(console_url: str, shop: Shop, browser: Browser) -> AsyncIterator[Desk]:
    opened = Desk(console_url, shop, browser, [])
    yield opened
    for context in browser.contexts:
        await context.close()
    assert opened.complaints == [], "such as content that the policy forbids"
