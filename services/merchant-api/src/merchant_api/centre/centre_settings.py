"""How a return centre is set up: what customers see of it, and what only the merchant knows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from contracts.centres import RESERVED_SLUGS, CentreConfigured
from contracts.returns import Reason
from contracts.values import Email, Method, PostalAddress, Value, Words
from look.theme import BACKGROUNDS
from pydantic import AfterValidator, Field, StringConstraints


def _known_background(name: str) -> str:
    if name not in BACKGROUNDS:
        cause = f"is none of our pictures: {', '.join(BACKGROUNDS)}"
        raise ValueError(cause)
    return name


def _not_reserved(slug: str) -> str:
    if slug in RESERVED_SLUGS:
        cause = "is an address that the portal keeps for itself"
        raise ValueError(cause)
    return slug


def _each_once(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    codes = [reason.code for reason in reasons]
    if len(set(codes)) < len(codes):
        cause = "holds one code twice"
        raise ValueError(cause)
    return tuple(reasons)


class CentreSettings(Value):
    """The settings of one centre, whole. What is the same announces nothing."""

    slug: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
        AfterValidator(_not_reserved),
    ]
    is_open: bool = True
    store_name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    legal_name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    postal_address: PostalAddress
    contact_email: Email
    privacy_email: Email
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
    background: Annotated[str, AfterValidator(_known_background)]
    reasons: Annotated[tuple[Reason, ...], Field(min_length=1), AfterValidator(_each_once)]
    methods: Annotated[tuple[Method, ...], Field(min_length=1)]
    approval: Literal["manual", "automatic"]
    window_days: Annotated[int, Field(ge=1, le=365)] | None = None
    answer_business_days: Annotated[int, Field(ge=1, le=30)]
    policy: Words
    return_address: PostalAddress
    """Where parcels come back to."""
    service_code: Literal["DOM.RP", "DOM.EP", "DOM.XP", "DOM.PC"] = "DOM.EP"
    """Canada Post's service for returns."""


_PRIVATE = {"return_address", "service_code"}


def announce_centre(
    settings: CentreSettings, merchant_id: UUID, *, version: int, at: datetime
) -> CentreConfigured:
    """Say what everyone may know of the centre."""
    public = settings.model_dump(exclude=_PRIVATE)
    return CentreConfigured(merchant_id=merchant_id, version=version, configured_at=at, **public)
