"""All words, from the Fluent catalogues: the page's, the label's and the carrier's."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from simulator.services import Language

Say = Callable[..., str]
_LOCALES: dict[Language, str] = {"fr": "fr-CA", "en": "en-CA"}


@cache
def catalogue(language: Language) -> Say:
    """Give the function that says a message by its id. It raises LookupError for one not there."""
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    text = (files("simulator") / "words" / f"{language}.ftl").read_text(encoding="utf-8")
    bundle.add_resource(FluentResource(text))

    def say(identifier: str, **values: object) -> str:
        pattern = bundle.get_message(identifier).value
        if pattern is None:
            raise LookupError(identifier)
        said, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise errors[0]
        return str(said).replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")

    return say


def say_both(identifier: str) -> str:
    """Say a message in both languages, French first; once where they agree."""
    french, english = catalogue("fr")(identifier), catalogue("en")(identifier)
    return french if french == english else f"{french} / {english}"
