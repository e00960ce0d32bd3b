"""Kafka's jars: fetched once by their Maven coordinates, and never run unless their digests match.

`kafka-jars.txt` pins coordinate and SHA-256 of each; `python -m local_stack.pin_jars` renews it.
"""

import hashlib
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from local_stack.trouble import Trouble

PINS = "kafka-jars.txt"
AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned file."""

    sha256: str
    group: str
    artifact: str
    version: str

    @property
    def filename(self) -> str:
        return f"{self.artifact}-{self.version}.jar"


def pinned_jars() -> list[Jar]:
    """Read the pins."""
    lines = (files("local_stack") / PINS).read_text().splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return [Jar(digest, *coordinate.split(":")) for digest, coordinate in rows]


def require_jars(libs: Path, jars: list[Jar], *, fetched: Callable[[str], None]) -> None:
    """Fill `libs` with exactly `jars`; calls `fetched` for each file that had to be downloaded.

    Raises Trouble when a file cannot be had or is not the file that was pinned.
    """
    libs.mkdir(parents=True, exist_ok=True)
    for stranger in set(libs.iterdir()) - {libs / jar.filename for jar in jars}:
        stranger.unlink()
    missing = [jar for jar in jars if _digest(libs / jar.filename) != jar.sha256]
    if missing:
        _fetch_all(missing, libs, fetched)


def _digest(path: Path) -> str | None:
    if not path.exists():
        return None
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fetch_all(missing: list[Jar], libs: Path, fetched: Callable[[str], None]) -> None:
    downloads = libs.parent / "downloads"
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = {pool.submit(_fetch, jar, downloads): jar for jar in missing}
        try:
            for done in as_completed(waiting):
                jar = waiting[done]
                _put(done.result(), libs / jar.filename)
                fetched(jar.filename)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    shutil.rmtree(downloads)


def _fetch(jar: Jar, downloads: Path) -> Path:
    # Imported when needed: it costs half a second, and a second start downloads nothing.
    import requests  # noqa: PLC0415
    from jgo.maven import MavenContext  # noqa: PLC0415

    maven = MavenContext(repo_cache=downloads)
    project = maven.project(jar.group, jar.artifact)
    try:
        path = Path(project.at_version(jar.version).artifact().resolve())
    except (requests.RequestException, RuntimeError, OSError) as error:
        message = (
            f"{jar.filename}, a part of Kafka, could not be downloaded ({_brief(error)}). "
            "Check the connection to the network and run the command again; "
            "what was already fetched is kept."
        )
        raise Trouble(message) from error
    if (digest := _digest(path)) != jar.sha256:
        path.unlink()
        message = (
            f"{jar.filename} is not the file that was tested (SHA-256 {digest}, "
            f"expected {jar.sha256}), so it was thrown away. Run the command again; if it says the "
            "same, something between this machine and the Maven repository changes files."
        )
        raise Trouble(message)
    return path


def _put(source: Path, target: Path) -> None:
    """Copy in two steps, so that a file with the right name is a whole file."""
    partial = target.with_suffix(".partial")
    shutil.copyfile(source, partial)
    partial.replace(target)


def _brief(error: Exception) -> str:
    text = str(error)
    return type(error).__name__ if len(text) > 120 or not text else text  # noqa: PLR2004
