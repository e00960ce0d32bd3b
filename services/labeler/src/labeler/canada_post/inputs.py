"""What the carrier is asked with: the account, addresses, parcels, and the two kinds of order.

Limits are the carrier's and are checked while the request is written, so that one that cannot
pass raises `RequestNotSendable` instead of an answer hours later.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

OutputFormat = Literal["8.5x11", "4x6"]
"""Paper of a label, in inches. The carrier's third, 3x5, is retired."""

_ID = re.compile(r"[0-9]{1,10}")


@dataclass(frozen=True, slots=True)
class Account:
    """A merchant's account: API key pair, and the customer who mails and is billed.

    `contract_id` is None for customers without an agreement; they get their own prices, but the
    carrier refuses them return labels (code 1653). Raises ValueError if a part cannot be right.
    """

    api_user: str = field(repr=False)
    api_password: str = field(repr=False)
    customer_number: str
    contract_id: str | None = None

    def __post_init__(self) -> None:
        """Refuse what would break the Authorization header or the path."""
        if not self.api_user or ":" in self.api_user:
            msg = "an API user is not empty and holds no colon"
            raise ValueError(msg)
        numbers = [self.customer_number]
        if self.contract_id is not None:
            numbers.append(self.contract_id)
        if not all(_ID.fullmatch(number) for number in numbers):
            msg = "customer number and contract id are 1 to 10 digits"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """A Canadian address with its addressee. Not shown by repr: it is a person's.

    At most 44 characters for name, company and lines, 40 for the city. `postal_code` may hold
    lower case, a space or a hyphen.
    """

    name: str
    line_1: str
    city: str
    province: str
    postal_code: str
    line_2: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Sides in millimetres, 1 to 9,999 each."""

    length_mm: int
    width_mm: int
    height_mm: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """Weight in grams: 1 to 99,999 for a price, to 999,999 for a label."""

    weight_grams: int
    dimensions: Dimensions | None = None


@dataclass(frozen=True, slots=True)
class MailingScenario:
    """What a price is asked for. For a return, the origin is the customer, not the merchant.

    Empty `service_codes` asks for every service that applies, at most 20 can be named. The
    mailing date must not lie in the past (code 1622); None means today.
    """

    origin_postal_code: str
    destination_postal_code: str
    parcel: Parcel
    service_codes: Sequence[str] = ()
    expected_mailing_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnOrder:
    """A return label to be created: `returner` sends the parcel to `receiver`.

    `reference` (35 characters) is printed and comes back in tracking: put the return's own number
    there, since it is the only trace of a label whose creation was lost. `parcel` may be left out:
    the label is charged when it is scanned, as measured. `public_url` asks for an address under
    which anyone may fetch the label; the carrier gives it for 8.5x11 only (code 9208).
    """

    service_code: str
    returner: Address
    receiver: Address
    reference: str
    reference_2: str | None = None
    parcel: Parcel | None = None
    output_format: OutputFormat = "8.5x11"
    public_url: bool = True


@dataclass(frozen=True, slots=True)
class ArtifactLink:
    """Where a label file waits, for 5 days. `href` holds the API user: never logged or shown."""

    href: str = field(repr=False)
    media_type: str
