"""The words of the inbox, from the Fluent catalogues."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

Language = Literal["fr", "en"]
Say = Callable[[str], str]


@cache
def catalogue(language: Language) -> Say:
    """Return the function that says a message by its id. It raises LookupError for an unknown."""
    bundle = FluentBundle([f"{language}-CA"], use_isolating=False)
    text = (files("local_stack.inbox") / "words" / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))

    def say(identifier: str) -> str:
        pattern = bundle.get_message(identifier).value
        if pattern is None:
            raise LookupError(identifier)
        said, _ = bundle.format_pattern(pattern)
        return str(said)

    return say
