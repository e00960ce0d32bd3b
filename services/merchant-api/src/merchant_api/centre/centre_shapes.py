"""What the API says of the centre: the shapes of its JSON."""

from typing import Annotated, Final, Literal, Self
from uuid import UUID

from contracts.values import Method, Parcel, PostalAddress, Words
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StringConstraints
from pydantic.config import JsonDict

from merchant_api.api import examples
from merchant_api.centre.centre_settings import (
    CentreSettings,
    ParcelPreset,
    ReturnAddress,
    ServiceCode,
)
from merchant_api.centre.change_store import Store
from merchant_api.centre.provinces import contradicts
from merchant_api.centre.read_centre import StandingCentre
from merchant_api.centre.readiness import Missing, Standing
from merchant_api.shipments.shapes import AddressIn

# Neither blank nor with a NUL, which no database holds.
_TEXT: Final = r"^[^\x00]*[^\s\x00][^\x00]*$"
_LINE: Final = r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"
_EMAIL: Final = (
    r"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
    r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$"
)

_WORDS: Final[JsonDict] = {"fr": "Fermé pour l’inventaire.", "en": "Closed for stocktaking."}
_PARCEL: Final[JsonDict] = {
    "weight_grams": 1200,
    "length_mm": 350,
    "width_mm": 250,
    "height_mm": 100,
}
_ID: Final = "019ab000-0000-7000-8000-0000000000a1"
_STORE: Final[JsonDict] = {
    "store_name": "Atelier Boréal",
    "legal_name": "Atelier Boréal inc.",
    "postal_address": examples.ADDRESS,
    "contact_email": "bonjour@example.com",
    "privacy_email": "confidentialite@example.com",
    "policy": {"fr": "Trente jours.", "en": "Thirty days."},
    "methods": ["qr_code", "printed_label"],
    "service_code": "DOM.EP",
}

EmailIn = Annotated[str, StringConstraints(max_length=254, pattern=_EMAIL)]
_Text = Annotated[str, StringConstraints(max_length=2000, pattern=_TEXT)]


class TextsIn(BaseModel):
    """One text in both languages; neither may be missing."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_WORDS]})

    fr: _Text
    en: _Text

    def words(self) -> Words:
        return Words(fr=self.fr, en=self.en)


class ActivationIn(BaseModel):
    """Whether requests are taken. While they are not, customers read `paused`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"is_paused": True, "paused": _WORDS}]}
    )

    is_paused: StrictBool
    paused: TextsIn | None = Field(default=None, description="Left out: the words of last time")


class StoreIn(BaseModel):
    """The store itself, whole."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_STORE]})

    store_name: Annotated[str, StringConstraints(max_length=80, pattern=_LINE)]
    legal_name: Annotated[str, StringConstraints(max_length=120, pattern=_LINE)]
    postal_address: AddressIn
    contact_email: EmailIn
    privacy_email: EmailIn
    policy: TextsIn
    methods: Annotated[tuple[Method, ...], Field(min_length=1, max_length=10)]
    service_code: ServiceCode

    def store(self) -> Store:
        """Return it as the rule takes it; each method once, in the order told."""
        told = self.model_dump() | {"methods": tuple(dict.fromkeys(self.methods))}
        return Store.model_validate(told)


class PresetIn(BaseModel):
    """A parcel as the store usually sends it."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": "Boîte moyenne", **_PARCEL}]}
    )

    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40, pattern=_LINE)]
    weight_grams: Annotated[int, Field(ge=1, le=30_000)]
    length_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None
    width_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None
    height_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None

    def preset(self, preset_id: UUID) -> ParcelPreset:
        """Return it as the rules take it."""
        parcel = Parcel(**self.model_dump(exclude={"name"}))
        return ParcelPreset(preset_id=preset_id, name=self.name, parcel=parcel)


class Chosen(BaseModel):
    """Which one is to be the default."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"id": _ID}]})

    id: UUID


class AddressOut(BaseModel):
    """A return address. Of `warnings` none keeps it from being used."""

    address_id: UUID
    address: PostalAddress = Field(examples=[examples.ADDRESS])
    is_default: bool
    warnings: tuple[Literal["postal_code_of_another_province"], ...] = Field(examples=[[]])

    @classmethod
    def of(cls, known: ReturnAddress, settings: CentreSettings) -> Self:
        return cls(
            address_id=known.address_id,
            address=known.address,
            is_default=known.address_id == settings.default_address_id,
            warnings=("postal_code_of_another_province",) if contradicts(known.address) else (),
        )


class PresetOut(BaseModel):
    """A parcel as the store usually sends it."""

    preset_id: UUID
    name: str = Field(examples=["Boîte moyenne"])
    parcel: Parcel = Field(examples=[_PARCEL])
    is_default: bool

    @classmethod
    def of(cls, known: ParcelPreset, settings: CentreSettings) -> Self:
        return cls(
            preset_id=known.preset_id,
            name=known.name,
            parcel=known.parcel,
            is_default=known.preset_id == settings.default_parcel_id,
        )


class CentreOut(BaseModel):
    """How the centre stands. It opens by itself when nothing is missing and it is not paused."""

    standing: Standing
    missing: tuple[Missing, ...] = Field(examples=[["branding", "carrier"]])
    portal_url: str = Field(examples=["https://retours.example.com/atelier-boreal/"])
    slug: str = Field(examples=["atelier-boreal"])
    is_paused: bool
    paused: Words | None = Field(examples=[_WORDS])
    store: Store = Field(examples=[_STORE])
    addresses: tuple[AddressOut, ...]
    parcels: tuple[PresetOut, ...]

    @classmethod
    def of(cls, centre: StandingCentre, portal_url: str) -> Self:
        settings = centre.settings
        return cls(
            standing=centre.standing,
            missing=centre.missing,
            portal_url=centre.address_on(portal_url),
            slug=settings.slug,
            is_paused=settings.is_paused,
            paused=settings.paused,
            store=Store.of(settings),
            addresses=tuple(AddressOut.of(it, settings) for it in settings.addresses),
            parcels=tuple(PresetOut.of(it, settings) for it in settings.parcels),
        )
