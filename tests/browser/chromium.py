"""The Chromium that the tests drive: one that is there, or one that is fetched.

`python -m tests.browser.chromium` tells which one, and fetches it if there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from playwright.sync_api import sync_playwright

NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
FETCH_WITHIN_S: Final = 600
NONE_FOUND: Final = (
    "The browser tests need Chromium, and none was found in PATH nor could be fetched. "
    "Install it with your system's packages (Debian: apt-get install chromium), "
    "or give the path of one in CHROMIUM, then run the tests again."
)


class NoChromiumError(Exception):
    """There is none, and none can be had: the message says what to do."""


def find_or_install() -> Path:
    """Return the path of a Chromium that starts. Raises NoChromiumError."""
    if found := _in_path() or _in_cache():
        return found
    if _fetched_by_playwright() and (found := _in_cache()):
        return found
    if _installed_by_debian() and (found := _in_path()):
        return found
    raise NoChromiumError(NONE_FOUND)


def flags() -> list[str]:
    """List what Chromium is told: to speak with our pages only, and to keep still otherwise."""
    quiet = [
        "--headless",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    # Chromium's sandbox refuses to run for root, who is who one is in a container.
    return [*quiet, "--no-sandbox"] if _is_root() else quiet


def _in_path() -> Path | None:
    found = filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *NAMES)))
    return next((Path(path) for path in found if _starts(path)), None)


def _in_cache() -> Path | None:
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() and _starts(str(path)) else None


def _starts(path: str) -> bool:
    """Tell whether it runs at all: a snap's stub or a missing library would fail much later."""
    return _runs(path, "--version", within_s=30)


def _fetched_by_playwright() -> bool:
    return _runs(sys.executable, "-m", "playwright", "install", "chromium")


def _installed_by_debian() -> bool:
    if not (_is_root() and shutil.which("apt-get")):
        return False
    return _runs("apt-get", "update") and _runs("apt-get", "install", "-y", "chromium")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _runs(*command: str, within_s: int = FETCH_WITHIN_S) -> bool:
    try:
        subprocess.run(  # noqa: S603  the commands are our own
            command, check=True, capture_output=True, timeout=within_s
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


if __name__ == "__main__":
    try:
        print(find_or_install())  # noqa: T201  what it was asked for
    except NoChromiumError as none:
        sys.exit(str(none))
