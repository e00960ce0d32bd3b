"""Settings, reasons: what customers may tick, read and replaced as one list."""

from typing import Annotated, Self

from contracts.values import Words
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_centre import change_centre
from merchant_api.centre.reasons import MOST_CHARACTERS, MOST_REASONS, ReasonRow, save_reasons
from merchant_api.centre.typed import line
from merchant_api.workplace import At

router = APIRouter(tags=["settings"])

_Text = Annotated[str, StringConstraints(max_length=MOST_CHARACTERS)]
_Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,40}$")]


class ReasonWords(BaseModel):
    """Both languages; neither may be missing."""

    model_config = ConfigDict(extra="forbid")

    fr: _Text
    en: _Text


class ReasonIn(BaseModel):
    """A reason as it shall be. Without `code` it is a new one."""

    model_config = ConfigDict(extra="forbid")

    code: _Code | None = Field(default=None, description="Of a reason that is there")
    words: ReasonWords
    asks_comment: bool = Field(default=False, description="Whether ticking it needs a comment")
    is_retired: bool = Field(default=False, description="Offered no more; keeps its words")

    def row(self) -> ReasonRow:
        return ReasonRow(
            self.code,
            line(self.words.fr),
            line(self.words.en),
            self.asks_comment,
            self.is_retired,
        )


class ReasonsIn(BaseModel):
    """All reasons in their order. One that is left out stays as it is, after the others."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "reasons": [
                        {"words": {"fr": "Trop petit", "en": "Too small"}},
                        {
                            "words": {"fr": "Autre motif", "en": "Another reason"},
                            "asks_comment": True,
                        },
                    ]
                }
            ]
        },
    )

    reasons: Annotated[tuple[ReasonIn, ...], Field(max_length=MOST_REASONS)]


class ReasonOut(BaseModel):
    """A reason. Its `code` stays the same whatever its words, and is never given to another."""

    code: str = Field(examples=["trop_petit"])
    words: Words = Field(examples=[{"fr": "Trop petit", "en": "Too small"}])
    asks_comment: bool
    is_retired: bool


class ReasonsOut(BaseModel):
    """All reasons in the order in which customers see them, with the retired ones."""

    reasons: tuple[ReasonOut, ...]

    @classmethod
    def of(cls, settings: CentreSettings) -> Self:
        return cls(reasons=tuple(ReasonOut(**it.model_dump()) for it in settings.reasons))


@router.get("/centre/reasons", summary="Read the reasons")
async def get_reasons(caller: SettingsReader, at: At) -> ReasonsOut:
    """Return what customers may tick, and what they once could."""
    return ReasonsOut.of(await centre_store.get_settings(at.pool, caller.merchant_id))


@router.put("/centre/reasons", summary="Replace the reasons")
async def put_reasons(caller: SettingsWriter, at: At, told: ReasonsIn) -> ReasonsOut:
    """Save the list. Putting the same list again changes nothing once its codes are in it."""
    settings = await change_centre(
        at.pool,
        caller.merchant_id,
        lambda known: save_reasons(known, [reason.row() for reason in told.reasons]),
        actor=caller.actor,
        now=at.now(),
        act="centre.reasons",
    )
    return ReasonsOut.of(settings)
