"""The values that several events share: languages, addresses, parcels, files, money."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["fr", "en"]
"""French (fr-CA) or English (en-CA)."""

Method = Literal["qr_code", "printed_label"]
"""How the customer sends the parcel back: a code shown at the post office, or a label to print."""

PostalCode = Annotated[
    str,
    # Not \d, by which pydantic understands the digits of every script.
    StringConstraints(
        pattern=r"^[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z][0-9][ABCEGHJ-NPRSTV-Z][0-9]$"
    ),
]
"""Six characters, upper case, no space: `J1H1A1`."""

Province = Literal["AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"]

Cents = Annotated[int, Field(description="Canadian cents; negative for a discount")]

Email = Annotated[
    str, StringConstraints(min_length=3, max_length=254, pattern=r"^[^@\s]+@[^@\s]+$")
]


class Value(BaseModel):
    """A part of an event. Writers are closed (unknown fields are a mistake), readers are open."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Value):
    """One text in both languages. Neither is a translation that may be missing."""

    fr: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    en: Annotated[str, StringConstraints(min_length=1, max_length=2000)]


class PostalAddress(Value):
    """A Canadian address, as the carrier prints it: lengths are Canada Post's."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=44)]
    company: Annotated[str, StringConstraints(max_length=44)] | None = None
    line_1: Annotated[str, StringConstraints(min_length=1, max_length=44)]
    line_2: Annotated[str, StringConstraints(max_length=44)] | None = None
    city: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    province: Province
    postal_code: PostalCode


class Parcel(Value):
    """Weight in grams, sides in millimetres. Canada Post takes less than 30 kg."""

    weight_grams: Annotated[int, Field(ge=1, le=30_000)]
    length_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None
    width_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None
    height_mm: Annotated[int, Field(ge=1, le=2_000)] | None = None


class BlobRef(Value):
    """A file in blob storage: where it lies, and how to know that it is the one that was meant."""

    key: Annotated[str, StringConstraints(min_length=1, max_length=512)]
    media_type: str
    size_bytes: Annotated[int, Field(ge=1)]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Reply(Value):
    """How to write back to the customer: `sealed` opens for notifier alone.

    `sealed` is base64 of a NaCl sealed box to notifier's X25519 key. Inside is the JSON of a
    `ReplyTo`: the address, the name and the secret link to the status page. Other services pass
    it on unopened, so that reading Kafka opens no return.
    """

    language: Language
    sealed: Annotated[str, StringConstraints(min_length=1, max_length=4096)]


class ReplyTo(Value):
    """What a `Reply` holds once notifier has opened it."""

    email: Email
    name: Annotated[str, StringConstraints(max_length=100)]
    status_url: Annotated[str, StringConstraints(pattern=r"^https?://", max_length=500)]
