"""Words in French and English: catalogues in Fluent, and how dates, times and money are written."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_currency, format_decimal
from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

_LOCALES: Mapping[Language, str] = {"fr": "fr_CA", "en": "en_CA"}
_TAGS: Mapping[Language, str] = {"fr": "fr-CA", "en": "en-CA"}
# The locale's own short form pads the hour: `09 h 42`.
_TIMES: Mapping[Language, str] = {"fr": "H 'h' mm", "en": "short"}
# Authors type plain spaces; before these signs, and inside guillemets, French binds them.
_FRENCH_BOUND = re.compile(r" (?=[:»%$])|(?<=«) |(?<=\d) (?=(?:\$|%|h|kg|km|g)\b)")
# A sentence that ends with `p.m.` has its full stop already.
_SECOND_STOP = re.compile(r"(?<=[ap]\.m\.)\.")
_FIRST_OF_MONTH = re.compile(r"\b1(?:er)?(?= )")
# `23 décembre`, `1er mai`; `December 23`.
_DAY_AND_MONTH = re.compile(r"(?:(?<=\d)|(?<=\b1er)) (?=[^\W\d])|(?<=[a-z]) (?=\d{1,2},)")
_NBSP = "\N{NO-BREAK SPACE}"


class MissingWord(Exception):
    """A text that a catalogue does not have, or cannot fill in. A mistake of ours."""


class Words:
    """The words of one language, with the ways of writing that belong to it."""

    def __init__(self, language: Language, source: str, time_zone: ZoneInfo) -> None:
        """`source` is the text of a Fluent catalogue; moments are told in `time_zone`."""
        self.language = language
        self.tag = _TAGS[language]
        self._locale = _LOCALES[language]
        self._zone = time_zone
        self._bundle = FluentBundle([self.tag], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, name: str, /, **values: object) -> str:
        """Return the text `name` with its `values` filled in. Raises MissingWord."""
        if not self._bundle.has_message(name):
            raise MissingWord(name)
        pattern = self._bundle.get_message(name).value
        if pattern is None:
            raise MissingWord(name)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            message = f"{name}: {errors[0]}"
            raise MissingWord(message)
        return self.bound(str(text))

    def has(self, name: str) -> bool:
        """Tell whether there is a text `name`."""
        return self._bundle.has_message(name)

    def html(self, name: str, /, **values: object) -> Markup:
        """Return the text `name`, which may hold markup of ours; `values` are escaped."""
        safe = {
            # A number stays one: catalogues choose singular or plural by it.
            key: value if isinstance(value, int | float) else str(escape(value))
            for key, value in values.items()
        }
        return Markup(self(name, **safe))  # noqa: S704

    def bound(self, text: str) -> str:
        """Bind what must not be torn apart at the end of a line; end a sentence with one stop."""
        if self.language == "fr":
            return _FRENCH_BOUND.sub(_NBSP, text)
        return _SECOND_STOP.sub("", text)

    def day(self, on: date, *, weekday: bool = False) -> str:
        """Write a date: `le mercredi 23 décembre 2026` without the article, `1er décembre`."""
        text = format_date(on, "full" if weekday else "long", locale=self._locale)
        if self.language == "fr" and on.day == 1:
            text = _FIRST_OF_MONTH.sub("1er", text, count=1)
        return _DAY_AND_MONTH.sub(_NBSP, text)

    def moment(self, at: datetime) -> str:
        """Write date and time of day: `20 novembre 2026, 9 h 42`."""
        local = at.astimezone(self._zone)
        return f"{self.day(local.date())}, {self.time(at)}"

    def time(self, at: datetime) -> str:
        """Write the time of day: `9 h 42`, `9:42 a.m.`."""
        local = at.astimezone(self._zone)
        return (
            format_time(local.time(), _TIMES[self.language], locale=self._locale)
            .replace("\N{NARROW NO-BREAK SPACE}", _NBSP)
            .replace(" ", _NBSP)
        )

    def money(self, cents: int) -> str:
        """Write Canadian cents: `15,92 $`, `$15.92`."""
        return format_currency(Decimal(cents) / 100, "CAD", locale=self._locale)

    def decimal(self, number: Decimal) -> str:
        """Write a number with at most three decimals: `9,975`, `9.975`."""
        return format_decimal(number, "#,##0.###", locale=self._locale)

    def kilograms(self, grams: int) -> str:
        """Write a weight: `1,2 kg`, `1.2 kg`."""
        return f"{format_decimal(grams / 1000, '0.###', locale=self._locale)}{_NBSP}kg"


@cache
def catalogue(package: str, time_zone: str = "America/Toronto") -> dict[Language, Words]:
    """Load the words of `package`: `words/fr.ftl` or the files of `words/fr/`; so in English."""
    folder = resources.files(package) / "words"
    zone = ZoneInfo(time_zone)
    return {language: Words(language, _source(folder, language), zone) for language in LANGUAGES}


def _source(folder: Traversable, language: Language) -> str:
    many = folder / language
    files = sorted(many.iterdir(), key=lambda file: file.name) if many.is_dir() else []
    return "\n".join(file.read_text("utf-8") for file in files or [folder / f"{language}.ftl"])


def spaced_pin(code: str) -> str:
    """Group a code by fours, as carriers print them: `7023 2101 9483 7261`."""
    return " ".join(re.findall(r".{1,4}", code))


def spaced_postal_code(code: str) -> str:
    """Write a postal code for people: `J1H 1A1`."""
    return f"{code[:3]}{_NBSP}{code[3:]}"
