"""How a test reads a mail: aloud, without caring where its lines end."""

import re
from html.parser import HTMLParser

import pytest
from notifier.letters import Letter


class Reader(HTMLParser):
    """Reads a page aloud: its words, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.links: list[str] = []
        self.images: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"style", "title"}
        found = {name: value or "" for name, value in attrs}
        if tag == "a":
            self.links.append(found["href"])
            self.said.append(found["href"])
        if tag == "img":
            self.images.append(found["src"])

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)


def read(letter: Letter) -> Reader:
    reader = Reader()
    reader.feed(letter.html)
    return reader


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def tells_in_order(text: str, facts: list[str]) -> bool:
    at = 0
    for fact in facts:
        at = text.find(fact, at)
        if at < 0:
            pytest.fail(f"missing, or out of order: {fact!r} in {text!r}")
    return True
