"""Notifications by API: the list read, and replaced whole."""

from typing import Annotated, Self

from contracts.notifications import NoticeKind
from contracts.values import Language
from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.notices import notice_store
from merchant_api.notices.notice_store import StoredList
from merchant_api.notices.recipients import MOST_RECIPIENTS, Row, known_kinds, read_rows
from merchant_api.notices.save_list import save_list
from merchant_api.workplace import At

router = APIRouter(tags=["notifications"])

_EMAIL = "warehouse@example.com"


class RecipientIn(BaseModel):
    """Somebody to be written to, in their language, about some kinds of news."""

    model_config = ConfigDict(extra="forbid")

    email: Annotated[str, StringConstraints(min_length=1, max_length=254)]
    language: Language
    kinds: Annotated[tuple[NoticeKind, ...], Field(min_length=1, max_length=20)]

    def row(self) -> Row:
        return Row(self.email, self.language, known_kinds(self.kinds))


class RecipientOut(BaseModel):
    """Somebody who is written to."""

    email: str = Field(examples=[_EMAIL])
    language: Language
    kinds: tuple[NoticeKind, ...]


class ListIn(BaseModel):
    """Everybody who is to be written to: who is left out is told nothing any more."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"recipients": [{"email": _EMAIL, "language": "fr", "kinds": ["parcel_delivered"]}]}
            ]
        },
    )

    recipients: Annotated[tuple[RecipientIn, ...], Field(max_length=MOST_RECIPIENTS)]


class ListOut(BaseModel):
    """Everybody who is written to."""

    recipients: tuple[RecipientOut, ...]

    @classmethod
    def of(cls, known: StoredList | None) -> Self:
        recipients = known.recipients if known else ()
        return cls(
            recipients=tuple(
                RecipientOut(email=it.email, language=it.language, kinds=known_kinds(it.kinds))
                for it in recipients
            )
        )


@router.get("/notifications", summary="Read who is told of what")
async def get_notifications(caller: SettingsReader, at: At) -> ListOut:
    """Return the list; empty as long as nobody has saved one."""
    return ListOut.of(await notice_store.find_list(at.pool, caller.merchant_id))


@router.put("/notifications", summary="Replace who is told of what")
async def put_notifications(caller: SettingsWriter, at: At, told: ListIn) -> ListOut:
    """Save the list. The same again changes nothing."""
    recipients = read_rows([it.row() for it in told.recipients])
    await save_list(at.pool, caller.merchant_id, recipients, actor=caller.actor, now=at.now())
    return ListOut.of(await notice_store.find_list(at.pool, caller.merchant_id))
