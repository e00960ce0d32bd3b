"""A walk past the doors of the console: set-up, invitation, forgotten password, dead links."""

import asyncio
import re
import secrets
import subprocess
import sys
from collections.abc import AsyncIterator

import httpx
from playwright.async_api import Page, expect

from tests.browser.spoken import Language, Spoken
from tests.browser.standing import Standing
from tests.system import System

BROWSER = {"sec-fetch-site": "same-origin"}
FORGOTTEN = "/mot-de-passe/oublie"


async def door_sights(page: Page, said: Spoken, system: System, _: Standing) -> AsyncIterator[str]:
    """Walk past each, with and without a mistake; who was invited for it is gone afterwards."""
    invitation_id, invitation = await asyncio.to_thread(_invited, system, said.language)
    person_id, reset = await asyncio.to_thread(_forgetful, system, said.language)
    doors = {
        "set-up": await asyncio.to_thread(_set_up, system),
        "invitation": invitation,
        "new password": reset,
        "forgotten password": FORGOTTEN,
    }
    for name, path in doors.items():
        await _go(page, said.language, system.console + path)
        yield name
        await page.locator("main form .btn--go").click()
        await expect(page.get_by_role("alert").first).to_be_visible()
        yield f"{name} with a mistake"
    await page.locator("#email").fill("nobody@example.com")
    await page.locator("main form .btn--go").click()
    await expect(page.locator("form")).to_have_count(0)
    yield "link promised"
    for path in ("installation", "invitation", "mot-de-passe"):
        await _go(page, said.language, f"{system.console}/{path}/none")
        yield f"dead {path}"
    await asyncio.to_thread(system.merchant, "DELETE", f"/people/invitations/{invitation_id}")
    await asyncio.to_thread(system.merchant, "DELETE", f"/people/{person_id}")


def _set_up(system: System) -> str:
    """Have a link printed, and return its path."""
    printed = subprocess.run(
        [sys.executable, "-m", "merchant_api", "invite-merchant"],
        env=system.stack.env("merchant-serve"),
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    return printed.strip().removeprefix(system.console)


def _invited(system: System, language: Language) -> tuple[str, str]:
    """Invite somebody; return the invitation's id and the path that was mailed."""
    email = f"noa-{secrets.token_hex(4)}@example.com"
    told = {"email": email, "role": "agent", "language": language}
    invitation = system.merchant("POST", "/people", json=told).json()
    return invitation["invitation_id"], _mailed(system, email, "/invitation/")


def _forgetful(system: System, language: Language) -> tuple[str, str]:
    """Have somebody come in and forget the password; return their id and the path mailed."""
    _, link = _invited(system, language)
    with httpx.Client(base_url=system.console, headers=BROWSER, trust_env=False) as browser:
        browser.post(link, data={"password": "une petite phrase", "lang": language})
        page = browser.get("/compte").text
        email = re.findall(r"noa-[0-9a-f]{8}@example\.com", page)[0]
        browser.post(FORGOTTEN, data={"email": email})
    [person_id] = [
        person["person_id"]
        for person in system.merchant("GET", "/people?limit=100").json()["people"]
        if person["email"] == email
    ]
    return person_id, _mailed(system, email, "/mot-de-passe/")


def _mailed(system: System, email: str, path: str) -> str:
    """Wait for the mail that leads there."""

    def find() -> str | None:
        texts = [str(mail["text"]) for mail in system.mails(email)]
        links = [re.search(f"{system.console}({path}[A-Za-z0-9_-]+)", text) for text in texts]
        return next((link[1] for link in links if link), None)

    return system.until(find)


async def _go(page: Page, language: Language, url: str) -> None:
    await page.goto(f"{url}?lang={language}")
