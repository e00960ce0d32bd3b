"""What a return centre is like. Topic `merchant.centres`, compacted: the newest version wins."""

from typing import Annotated, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from contracts.event import Event
from contracts.returns import Reason
from contracts.values import BlobRef, Email, Method, PostalAddress, Value, Words

RESERVED_SLUGS = frozenset({"api", "livez", "look", "r", "readyz", "theme"})
"""What the portal keeps of its own addresses: a centre there would not be reached."""


class OfferedReason(Reason):
    """A reason that customers may tick."""

    asks_comment: bool = False
    """Whether ticking it wants a few words more."""


class Picture(Value):
    """A background of the merchant's own, in two crops."""

    wide: BlobRef
    """1920 × 1200, for screens that lie."""
    tall: BlobRef
    """1080 × 1920, for screens that stand."""
    tint: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    """Its average colour, which fills the page until the picture is there."""


class CentreConfigured(Event):
    """The whole of a merchant's return centre, as it stands from now on."""

    type: ClassVar[str] = "renvoi.centre-configured.v1"

    merchant_id: UUID
    version: Annotated[int, Field(ge=1)]
    slug: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    """The centre's part of its address: `/<slug>/`."""
    is_open: bool
    """Whether new requests are taken. Returns already asked for stay visible."""
    paused: Words | None = None
    """What customers read while it is not open."""
    store_name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    legal_name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    postal_address: PostalAddress
    """Of the business, for the foot of every message."""
    contact_email: Email
    privacy_email: Email
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    background: str
    """Name of a stock picture, such as `aurore`."""
    logo: BlobRef | None = None
    """A raster image; without one the store's name stands there."""
    picture: Picture | None = None
    """Takes the place of `background`."""
    reasons: Annotated[tuple[OfferedReason, ...], Field(min_length=1)]
    methods: Annotated[tuple[Method, ...], Field(min_length=1)]
    approval: Literal["manual", "automatic"]
    window_days: Annotated[int, Field(ge=1, le=365)] | None = None
    """From delivery; none means no limit."""
    answer_business_days: Annotated[int, Field(ge=1, le=30)]
    """Within how many business days the store promises to answer."""
    policy: Words
    configured_at: AwareDatetime
