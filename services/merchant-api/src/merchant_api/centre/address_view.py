"""A return address as the settings list it."""

from dataclasses import dataclass
from uuid import UUID

from chassis.words import Words, spaced_postal_code
from contracts.values import PostalAddress

from merchant_api.centre.centre_settings import CentreSettings, ReturnAddress
from merchant_api.centre.provinces import contradicts, provinces_of
from merchant_api.console.words import city_line


@dataclass(frozen=True, slots=True)
class AddressView:
    """`title` is what people call it; `warning` is empty where nothing is odd."""

    id: UUID
    title: str
    lines: str
    is_default: bool
    warning: str


def address_view(known: ReturnAddress, settings: CentreSettings, words: Words) -> AddressView:
    """Write an address on two lines, with what is odd about it."""
    address = known.address
    parts = [
        address.name if address.company else None,
        address.line_1,
        address.line_2,
        city_line(address, words),
    ]
    return AddressView(
        id=known.address_id,
        title=address.company or address.name,
        lines=", ".join(filter(None, parts)),
        is_default=known.address_id == settings.default_address_id,
        warning=oddity_of(address, words),
    )


def oddity_of(address: PostalAddress, words: Words) -> str:
    """Say that postal code and province cannot both be right; empty if they can."""
    if not contradicts(address):
        return ""
    expected = [words(f"province-name-{it}") for it in provinces_of(address.postal_code)]
    return words(
        "postal-code-odd",
        code=spaced_postal_code(address.postal_code),
        expected=words("or").join(expected),
        province=words(f"province-name-{address.province}"),
    )
