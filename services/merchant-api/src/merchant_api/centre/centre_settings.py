"""How a return centre is set up: what customers see of it, and what only the merchant knows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from contracts.centres import RESERVED_SLUGS, CentreConfigured, OfferedReason, Picture
from contracts.values import BlobRef, Email, Method, Parcel, PostalAddress, Value, Words
from look.theme import BACKGROUNDS
from pydantic import AfterValidator, Field, StringConstraints, model_validator

Subject = Literal["addresses", "reasons", "approval", "branding"]
"""What a person has to have looked at and saved before the centre can open."""

ServiceCode = Literal["DOM.RP", "DOM.EP", "DOM.XP", "DOM.PC"]
"""Canada Post's services for returns."""


def known_background(name: str) -> str:
    """Return `name` if it is one of our pictures. Raises ValueError."""
    if name not in BACKGROUNDS:
        cause = f"is none of our pictures: {', '.join(BACKGROUNDS)}"
        raise ValueError(cause)
    return name


def _not_reserved(slug: str) -> str:
    if slug in RESERVED_SLUGS:
        cause = "is an address that the portal keeps for itself"
        raise ValueError(cause)
    return slug


class ReturnAddress(Value):
    """Where parcels may come back to."""

    address_id: UUID
    address: PostalAddress


class ParcelPreset(Value):
    """A parcel as the merchant usually sends it."""

    preset_id: UUID
    name: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    parcel: Parcel


class StoredReason(OfferedReason):
    """A reason, which is never deleted: old returns keep its words, and its code is not reused."""

    is_retired: bool = False


def _each_once(reasons: Sequence[StoredReason]) -> tuple[StoredReason, ...]:
    codes = [reason.code for reason in reasons]
    if len(set(codes)) < len(codes):
        cause = "holds one code twice"
        raise ValueError(cause)
    return tuple(reasons)


class CentreSettings(Value):
    """The settings of one centre, whole. What is the same announces nothing.

    A centre may be unfinished: `readiness.py` says what is missing before it can open.
    """

    slug: Annotated[
        str,
        StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
        AfterValidator(_not_reserved),
    ]
    is_paused: bool = False
    paused: Words | None = None
    """What customers read while the centre is paused."""
    store_name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    legal_name: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    postal_address: PostalAddress
    contact_email: Email
    privacy_email: Email
    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")] = "#23504a"
    background: Annotated[str, AfterValidator(known_background)] = "aurore"
    logo: BlobRef | None = None
    picture: Picture | None = None
    reasons: Annotated[tuple[StoredReason, ...], AfterValidator(_each_once)] = ()
    methods: Annotated[tuple[Method, ...], Field(min_length=1)] = ("qr_code", "printed_label")
    approval: Literal["manual", "automatic"] = "manual"
    approval_version: Annotated[int, Field(ge=1)] = 1
    """Of the rule: a decision by rule names it."""
    window_days: Annotated[int, Field(ge=1, le=365)] | None = 30
    answer_business_days: Annotated[int, Field(ge=1, le=30)] = 2
    policy: Words
    addresses: tuple[ReturnAddress, ...] = ()
    default_address_id: UUID | None = None
    parcels: tuple[ParcelPreset, ...] = ()
    default_parcel_id: UUID | None = None
    service_code: ServiceCode = "DOM.EP"
    saved: tuple[Subject, ...] = ()
    """The subjects that somebody has saved at least once."""

    @model_validator(mode="after")
    def _defaults_exist(self) -> Self:
        if (self.default_address_id is None) != (not self.addresses) or (
            self.default_address_id is not None and self.return_address is None
        ):
            cause = "needs exactly one default among its addresses"
            raise ValueError(cause)
        if self.default_parcel_id is not None and self.default_parcel is None:
            cause = "has a default parcel that is none of its presets"
            raise ValueError(cause)
        return self

    @property
    def offered_reasons(self) -> tuple[StoredReason, ...]:
        """The reasons that customers may tick, in their order."""
        return tuple(reason for reason in self.reasons if not reason.is_retired)

    @property
    def return_address(self) -> PostalAddress | None:
        """The default among the addresses; None while there is no address."""
        found = self.find_address(self.default_address_id)
        return found.address if found else None

    @property
    def default_parcel(self) -> Parcel | None:
        """The default among the presets."""
        return next(
            (it.parcel for it in self.parcels if it.preset_id == self.default_parcel_id), None
        )

    def find_address(self, address_id: UUID | None) -> ReturnAddress | None:
        """Find one of the addresses."""
        return next((it for it in self.addresses if it.address_id == address_id), None)


def with_saved(settings: CentreSettings, subject: Subject, **changes: object) -> CentreSettings:
    """Return `settings` with `changes`, checked anew, and with `subject` among what was saved."""
    saved = settings.saved if subject in settings.saved else (*settings.saved, subject)
    return with_changes(settings, saved=saved, **changes)


def with_changes(settings: CentreSettings, **changes: object) -> CentreSettings:
    """Return `settings` with `changes`, checked anew: a copy alone would check nothing."""
    return CentreSettings.model_validate({**dict(settings), **changes})


_PUBLIC = {
    "slug",
    "store_name",
    "legal_name",
    "postal_address",
    "contact_email",
    "privacy_email",
    "accent",
    "background",
    "logo",
    "picture",
    "methods",
    "approval",
    "window_days",
    "answer_business_days",
    "policy",
}


def announce_centre(
    settings: CentreSettings, merchant_id: UUID, *, version: int, is_open: bool, at: datetime
) -> CentreConfigured | None:
    """Say what everyone may know of the centre; None as long as it has no reasons to offer."""
    if not settings.offered_reasons:
        return None
    public = settings.model_dump(include=_PUBLIC)
    return CentreConfigured(
        merchant_id=merchant_id,
        version=version,
        configured_at=at,
        is_open=is_open,
        paused=None if is_open else settings.paused,
        reasons=tuple(
            OfferedReason(code=it.code, words=it.words, asks_comment=it.asks_comment)
            for it in settings.offered_reasons
        ),
        **public,
    )
