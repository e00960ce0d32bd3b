"""Codec of Create Authorized Return: an order out, a tracking PIN and the label's link in.

Never sent: settlement (the carrier reserves it), the receiver's e-mail and telephone (neither is
printed), notifications (our own letters go out), and anything else that nobody needs to know.
Source: Canada Post REST, Create Authorized Return, and authreturn.xsd for v2 (read 2026-11).
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from labeler.canada_post import elements
from labeler.canada_post.elements import Element
from labeler.canada_post.errors import RequestNotSendable
from labeler.canada_post.inputs import Account, Address, ArtifactLink, ReturnOrder
from labeler.canada_post.rating import write_parcel

MEDIA_TYPE = "application/vnd.cpc.authreturn-v2+xml"

_NAMESPACE = "http://www.canadapost.ca/ws/authreturn-v2"
_MOST_GRAMS = 999_999
_PROVINCE_LENGTH = 2


@dataclass(frozen=True, slots=True)
class PublicLabel:
    """An address under which anyone may fetch the label, until `expires_at` if that was told."""

    url: str = field(repr=False)
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class CreatedReturn:
    """A label that exists. It costs nothing until somebody mails it.

    `label` is None if the reply held no link to it, which the schema forbids: the label exists
    all the same, and only `public_label` or a person can get it. The PIN is the carrier's text
    (11 to 16 characters by its schema; the test host always gives 123456789012).
    """

    tracking_pin: str
    label: ArtifactLink | None
    public_label: PublicLabel | None


def path(account: Account) -> str:
    """Where the return is created: mailed by, and on behalf of, the same customer."""
    return f"/rs/{account.customer_number}/{account.customer_number}/authorizedreturn"


def write_order(order: ReturnOrder) -> bytes:
    """Write the request. Raises RequestNotSendable."""
    root = elements.document(_NAMESPACE, "authorized-return")
    if order.public_url:  # `false` fails the carrier's schema: left out instead
        elements.add(root, "create-public-key", "true")
    elements.add_words(root, "service-code", order.service_code, 32)
    _write_party(root, "returner", order.returner)
    _write_party(root, "receiver", order.receiver)
    if order.parcel is not None:
        write_parcel(root, order.parcel, _MOST_GRAMS)
    print_preferences = elements.add(root, "print-preferences")
    elements.add(print_preferences, "output-format", order.output_format)
    elements.add(print_preferences, "encoding", "PDF")
    references = elements.add(root, "references")
    elements.add_words(references, "customer-ref-1", order.reference, 35)
    if order.reference_2:
        elements.add_words(references, "customer-ref-2", order.reference_2, 35)
    return elements.serialize(root)


def _write_party(root: Element, role: str, address: Address) -> None:
    party = elements.add(root, role)
    elements.add_words(party, "name", address.name, 44)
    if address.company and address.company.strip():
        elements.add_words(party, "company", address.company, 44)
    place = elements.add(party, "domestic-address")
    elements.add_words(place, "address-line-1", address.line_1, 44)
    if address.line_2 and address.line_2.strip():
        elements.add_words(place, "address-line-2", address.line_2, 44)
    elements.add_words(place, "city", address.city, 40)
    if len(address.province) != _PROVINCE_LENGTH:
        raise RequestNotSendable(field="province", fault="is not two letters")
    elements.add_words(place, "province", address.province.upper(), _PROVINCE_LENGTH)
    elements.add(place, "postal-code", elements.postal_code(address.postal_code))


def read_created(body: bytes) -> CreatedReturn:
    """Read the reply; the PIN alone makes it one. Raises Unreadable."""
    root = elements.parse(body, "authorized-return-info")
    return CreatedReturn(
        tracking_pin=elements.required(root, "tracking-pin"),
        label=_read_label_link(root),
        public_label=_read_public_label(root),
    )


def _read_label_link(root: Element) -> ArtifactLink | None:
    """Find the first page's link. Only `returnLabel` is legal here, unlike in shipments."""
    for link in elements.children(root, "links/link"):
        href = link.get("href")
        if link.get("rel") == "returnLabel" and link.get("index", "0") == "0" and href:
            return ArtifactLink(href=href, media_type=link.get("media-type", "application/pdf"))
    return None


def _read_public_label(root: Element) -> PublicLabel | None:
    key = elements.child(root, "public-key-info")
    if key is None or not elements.text(key, "url"):
        return None
    return PublicLabel(
        url=elements.text(key, "url"),
        expires_at=_read_instant(elements.text(key, "expiry-date")),
    )


def _read_instant(value: str) -> datetime | None:
    """Read an instant; without a zone as UTC, since expiring a few hours early hurts nobody."""
    try:
        instant = datetime.fromisoformat(value)
        return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
