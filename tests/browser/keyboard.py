"""A person who has a keyboard and nothing else."""

from dataclasses import dataclass

from playwright.async_api import Locator, Page

MOST_STOPS = 150
IS_FOCUSED = "element => element === document.activeElement"


class OutOfReachError(AssertionError):
    """However often one presses Tab, the control does not get the focus."""


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Presses keys on one page; nothing is clicked, nothing is filled in from outside."""

    page: Page

    async def reach(self, control: Locator) -> None:
        """Press Tab until `control` has the focus. Raises OutOfReachError."""
        await control.wait_for()
        for _ in range(MOST_STOPS):
            if await control.evaluate(IS_FOCUSED):
                return
            await self.page.keyboard.press("Tab")
        raise OutOfReachError(str(control))

    async def type(self, control: Locator, text: str) -> None:
        """Write `text` in place of what stands there."""
        await self.reach(control)
        await self.page.keyboard.press("ControlOrMeta+a")
        await self.page.keyboard.type(text)

    async def press(self, control: Locator, key: str = "Enter") -> None:
        """Press a key on `control`: Enter on buttons and links, Space on what is ticked."""
        await self.reach(control)
        await self.page.keyboard.press(key)
