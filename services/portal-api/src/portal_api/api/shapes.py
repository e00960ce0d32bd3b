"""The shapes of the JSON API, with an example of each."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from contracts.centres import OfferedReason
from contracts.labels import Stage
from contracts.returns import Reason
from contracts.values import Language, Method, Words
from pydantic import BaseModel, ConfigDict, Field

from portal_api.journey import Kind, State

_REASON = Reason(
    code="damaged",
    words=Words(fr="Défectueux ou endommagé", en="Defective or damaged"),
)
_OFFERED = OfferedReason(code=_REASON.code, words=_REASON.words)


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


# What is malformed is told in the customer’s language by our own rules; this is for programs.
_NUMBER: Final = {"pattern": "^([A-Za-z0-9][ -]?){7,39}[A-Za-z0-9]$"}
_POSTAL_CODE: Final = {
    "pattern": (
        "^[ABCEGHJ-NPRSTVXYabceghj-nprstvxy][ -]*[0-9][ -]*[ABCEGHJ-NPRSTV-Zabceghj-nprstv-z]"
        "[ -]*[0-9][ -]*[ABCEGHJ-NPRSTV-Zabceghj-nprstv-z][ -]*[0-9]$"
    )
}
_EMAIL: Final = {
    "pattern": "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]{1,20}[.])+[a-z0-9]{2,20}$"
}


class LookupRequest(_Shape):
    """What proves a customer. Spaces, hyphens and small letters do not matter."""

    tracking_number: Annotated[
        str,
        Field(max_length=100, examples=["7023 2101 9483 7261"], json_schema_extra=_NUMBER),
    ]
    postal_code: Annotated[
        str, Field(max_length=30, examples=["J1H 1A1"], json_schema_extra=_POSTAL_CODE)
    ]
    language: Annotated[Language, Field(examples=["fr"])] = "fr"


class LookupResult(_Shape):
    """The parcel was found, and a draft begun. It lives for 24 hours."""

    draft: Annotated[
        str,
        Field(
            description="A secret: whoever holds it can ask for this return",
            examples=["tM3cT0v1mX9aKZb2eQ4pAw"],
        ),
    ]
    tracking_number: Annotated[str, Field(examples=["7023210194837261"])]
    city: Annotated[str, Field(examples=["Sherbrooke"])]
    province: Annotated[str, Field(examples=["QC"])]
    delivered_on: Annotated[date | None, Field(examples=["2026-11-14"])]
    return_by_on: Annotated[
        date | None,
        Field(description="Last day; none: no limit, or not known", examples=["2026-12-14"]),
    ]
    reasons: Annotated[
        tuple[OfferedReason, ...],
        Field(
            description="What may be ticked; `asks_comment`: not without a comment",
            examples=[[_OFFERED.model_dump()]],
        ),
    ]
    methods: Annotated[tuple[Method, ...], Field(examples=[["qr_code", "printed_label"]])]


class ReturnRequest(_Shape):
    """A draft with its answers."""

    draft: Annotated[str, Field(max_length=64, examples=["tM3cT0v1mX9aKZb2eQ4pAw"])]
    reasons: Annotated[
        tuple[str, ...],
        Field(
            max_length=50,
            description="Codes from the look-up",
            examples=[["damaged"]],
            json_schema_extra={"minItems": 1},
        ),
    ]
    comment: Annotated[
        str | None,
        Field(
            max_length=4000,
            description="Required if a ticked reason has `asks_comment`",
            examples=["La fermeture est décousue."],
        ),
    ] = None
    method: Annotated[Method, Field(examples=["qr_code"])]
    email: Annotated[
        str,
        Field(max_length=400, examples=["camille@example.com"], json_schema_extra=_EMAIL),
    ]
    language: Annotated[Language, Field(examples=["fr"])]


class ReturnCreated(_Shape):
    """The request is received. That is not yet an approval."""

    number: Annotated[str, Field(examples=["RV-2K84-6T"])]
    token: Annotated[
        str, Field(description="The secret of the status page", examples=["Jt0q8mC1vR5xY7bLd2wEuA"])
    ]
    status_url: Annotated[
        str, Field(examples=["https://retours.example.com/r/Jt0q8mC1vR5xY7bLd2wEuA"])
    ]


class Decision(_Shape):
    """What the store answered."""

    outcome: Annotated[Literal["approved", "declined"], Field(examples=["approved"])]
    message: Annotated[
        str | None, Field(description="The store's words, if it declined", examples=[None])
    ]
    decided_at: datetime


class ReturnParcel(_Shape):
    """Where the parcel is, as the carrier last said."""

    tracking_pin: Annotated[str, Field(examples=["7023210039414604"])]
    stage: Annotated[Stage | None, Field(description="None: not seen yet", examples=["accepted"])]
    place: Annotated[str | None, Field(examples=["SHERBROOKE, QC"])]
    happened_at: datetime | None


class Moment(_Shape):
    """Something that has happened."""

    kind: Annotated[Kind, Field(examples=["approved"])]
    at: datetime
    place: str | None = None
    text: Annotated[
        str | None, Field(description="The store's words or the carrier's, in their language")
    ] = None


class StoreLetter(_Shape):
    """What the store has written. There is no answering here: the customer writes to its e-mail."""

    message: Annotated[str, Field(examples=["Pourriez-vous nous envoyer une photo?"])]
    written_at: datetime


class Files(_Shape):
    """Addresses of the label and of the code, as secret as the token in them."""

    label_pdf: str
    qr_png: str
    qr_svg: str
    qr_opens: Annotated[
        Literal["label", "counter"],
        Field(description="`label`: the code holds the label's address; `counter`: the carrier's"),
    ]


class ReturnStatus(_Shape):
    """Where a return stands."""

    number: Annotated[str, Field(examples=["RV-2K84-6T"])]
    state: Annotated[State, Field(examples=["ready"])]
    method: Method
    language: Language
    tracking_number: Annotated[
        str, Field(description="Of the parcel that was bought", examples=["7023210194837261"])
    ]
    reasons: Annotated[tuple[Reason, ...], Field(examples=[[_REASON.model_dump()]])]
    comment: str | None
    requested_at: datetime
    answer_by_on: date
    decision: Decision | None
    parcel: Annotated[ReturnParcel | None, Field(description="Of the way back")]
    timeline: tuple[Moment, ...]
    letters: Annotated[
        tuple[StoreLetter, ...], Field(description="What the store has written, oldest first")
    ]
    files: Files | None
    use_by_on: Annotated[date | None, Field(description="Last day of the label")]
    is_over: Annotated[bool, Field(description="Nothing more is to be expected from here")]


class FieldProblem(_Shape):
    """One field that is not as it should be."""

    pointer: Annotated[str, Field(examples=["/postal_code"])]
    detail: str


class Problem(_Shape):
    """What went wrong (RFC 9457). `type` is what programs go by."""

    type: Annotated[str, Field(examples=["/problems/parcel-not-found"])]
    title: str
    status: int
    detail: Annotated[str | None, Field(description="For the customer, in their language")] = None
    errors: tuple[FieldProblem, ...] | None = None
    number: Annotated[
        str | None, Field(description="Of the return that exists (`already-requested`)")
    ] = None
    ended_on: Annotated[date | None, Field(description="(`window-over`)")] = None
