import re
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast
from simulator.parcels import STAGES
from simulator.services import Language
from simulator.words import catalogue, say_both

LANGUAGES: tuple[Language, ...] = ("fr", "en")


def text_of(language: Language) -> str:
    return (files("simulator") / "words" / f"{language}.ftl").read_text("utf-8")


def messages(language: Language) -> list[str]:
    body = FluentParser().parse(text_of(language)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    return [entry.id.name for entry in body if isinstance(entry, ast.Message)]


def test_both_languages_say_the_same_things_in_the_same_order() -> None:
    assert messages("fr") == messages("en")


def test_no_message_is_said_twice() -> None:
    assert len(set(messages("fr"))) == len(messages("fr"))


def test_french_punctuation_has_its_unbreakable_space() -> None:
    values = re.findall(r"(?m)^[\w-]+ = (.*)$", text_of("fr"))

    assert not [value for value in values if re.search(r" [:;?!»]|« ", value)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_has_its_words(language: Language) -> None:
    say = catalogue(language)

    assert all(say(f"stage-{stage}") for stage in STAGES)
    assert all(say(f"scan-{stage}") for stage in STAGES[1:])


def test_words_that_agree_are_said_once() -> None:
    assert say_both("label-receipt") == "Reçu / Receipt"
    assert say_both("label-service") == "Service"


def test_a_word_that_is_missing_is_an_error() -> None:
    with pytest.raises(LookupError):
        catalogue("fr")("never-written")
