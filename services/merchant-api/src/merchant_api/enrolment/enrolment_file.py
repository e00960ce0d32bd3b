"""The file that describes a merchant to `enrol`, and kind words about what is wrong with it."""

import tomllib
from datetime import date, timedelta
from typing import Annotated, Self, get_args
from uuid import NAMESPACE_DNS, uuid5

from contracts.carriers import CarrierAccount
from contracts.values import Email, Language, PostalAddress, Value
from pydantic import AfterValidator, Field, StringConstraints, ValidationError, model_validator

from merchant_api.approval.approval import with_rule_version
from merchant_api.centre.centre_settings import CentreSettings, ReturnAddress, Subject
from merchant_api.shipments.records import ShipmentContent


class Person(Value):
    """Who may sign in to the console."""

    email: Annotated[Email, AfterValidator(str.lower)]
    password: Annotated[str, StringConstraints(min_length=10, max_length=200)]
    language: Language = "fr"


class SentShipment(ShipmentContent):
    """A shipment to begin with. Its delivery may be told in days before today."""

    tracking_number: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{8,40}$")]
    delivered_days_ago: Annotated[int, Field(ge=0, le=365)] | None = None

    @model_validator(mode="after")
    def _delivered_once(self) -> Self:
        if self.delivered_on is not None and self.delivered_days_ago is not None:
            cause = "tells its delivery twice: keep delivered_on or delivered_days_ago"
            raise ValueError(cause)
        return self

    def content(self, today: date) -> ShipmentContent:
        """Return what the API would be told of it today."""
        days = self.delivered_days_ago
        return ShipmentContent(
            recipient=self.recipient,
            email=self.email,
            language=self.language,
            parcel=self.parcel,
            reference=self.reference,
            order_number=self.order_number,
            shipped_on=self.shipped_on,
            delivered_on=self.delivered_on if days is None else today - timedelta(days=days),
        )


class EnrolledCentre(CentreSettings):
    """The settings as the file has them: one return address, and nothing left to be saved."""

    is_open: bool = True
    return_to: Annotated[PostalAddress, Field(alias="return_address")]

    def over(self, known: CentreSettings | None) -> CentreSettings:
        """Return `known` with all that the file says; what only the console knows stays."""
        told = self.model_dump(include=self.model_fields_set - {"is_open", "return_to"})
        address_id = known.default_address_id if known else None
        address_id = address_id or uuid5(NAMESPACE_DNS, self.slug)
        others = [it for it in known.addresses if it.address_id != address_id] if known else []
        address = ReturnAddress(address_id=address_id, address=self.return_to)
        settings = CentreSettings.model_validate(
            {
                **(known.model_dump() if known else {}),
                **told,
                "is_paused": not self.is_open,
                "addresses": (address, *others),
                "default_address_id": address_id,
                "saved": get_args(Subject),
            }
        )
        return settings if known is None else with_rule_version(settings, known)


class Enrolment(Value):
    """A merchant as the file has it: the centre, the person, the account at the carrier.

    `shipments` are for those who try things out; a store tells of its own through the API.
    """

    centre: EnrolledCentre
    user: Person
    carrier_account: CarrierAccount
    shipments: tuple[SentShipment, ...] = ()


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
