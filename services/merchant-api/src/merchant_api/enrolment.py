"""The file that describes a merchant to `enrol`, and kind words about what is wrong with it."""

import tomllib
from typing import Annotated

from contracts.carriers import CarrierAccount
from contracts.values import Email, Language, Value
from pydantic import AfterValidator, StringConstraints, ValidationError

from merchant_api.centre_settings import CentreSettings


class Person(Value):
    """Who may sign in to the console."""

    email: Annotated[Email, AfterValidator(str.lower)]
    password: Annotated[str, StringConstraints(min_length=10, max_length=200)]
    language: Language = "fr"


class Enrolment(Value):
    """A merchant as the file has it: the centre, the person, the account at the carrier."""

    centre: CentreSettings
    user: Person
    canada_post: CarrierAccount


class FileNotUsable(Exception):
    """The file is not what it should be. The message says where, one fault a line."""


def read_enrolment(text: str) -> Enrolment:
    """Read the text of a TOML file. Raises FileNotUsable."""
    try:
        return Enrolment.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        message = f"is not TOML: {error}"
        raise FileNotUsable(message) from None  # it could quote a password
    except ValidationError as error:
        faults = [
            f"{'.'.join(map(str, found['loc']))} {_words(found['type'], found['msg'])}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise FileNotUsable("\n".join(faults)) from None


def _words(kind: str, message: str) -> str:
    match kind:
        case "missing":
            return "is missing"
        case "extra_forbidden":
            return "is not a setting that exists"
        case "value_error":
            return message.removeprefix("Value error, ")
        case _:
            return f"is not right: {message[:1].lower()}{message[1:]}"
