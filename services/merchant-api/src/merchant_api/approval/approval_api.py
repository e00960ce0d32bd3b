"""Settings, approval: who decides, and what the rule would have done."""

from typing import Annotated, Literal, Self

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.approval.approval import (
    MOST_ANSWER_DAYS,
    MOST_WINDOW_DAYS,
    ApprovalWish,
    save_approval,
)
from merchant_api.approval.approval_rule import Obstacle
from merchant_api.approval.replay_rule import DAYS, Replayed, replay_rule
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.change_centre import change_centre
from merchant_api.workplace import At

router = APIRouter(tags=["settings"])

_WindowDays = Annotated[int, Field(ge=1, le=MOST_WINDOW_DAYS, examples=[30])]


class ApprovalIn(BaseModel):
    """Who decides: `manual`, a person; `automatic`, the rule, which approves all that can be."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"approval": "automatic", "window_days": 30, "answer_business_days": 2}]
        },
    )

    approval: Literal["manual", "automatic"]
    window_days: _WindowDays | None = Field(description="From delivery; null: no limit")
    answer_business_days: Annotated[int, Field(ge=1, le=MOST_ANSWER_DAYS)]


class ApprovalOut(BaseModel):
    """Who decides. A decision by the rule names its `version`."""

    approval: Literal["manual", "automatic"]
    window_days: int | None = Field(examples=[30])
    answer_business_days: int = Field(examples=[2])
    version: int = Field(examples=[3])

    @classmethod
    def of(cls, settings: CentreSettings) -> Self:
        return cls(
            approval=settings.approval,
            window_days=settings.window_days,
            answer_business_days=settings.answer_business_days,
            version=settings.approval_version,
        )


class WaitingOut(BaseModel):
    """Requests that would have waited for a person, and why."""

    obstacle: Obstacle
    requests: int


class ReplayOut(BaseModel):
    """What the rule would have done with what was asked for in the last days."""

    days: int
    requests: int
    approved: int
    declined: int = Field(description="Of `approved`, those that somebody declined")
    waiting: tuple[WaitingOut, ...]
    is_cut: bool = Field(description="Whether only the newest requests were looked at")

    @classmethod
    def of(cls, replayed: Replayed) -> Self:
        outcome = replayed.outcome
        return cls(
            days=DAYS,
            requests=outcome.requests,
            approved=outcome.approved,
            declined=outcome.declined,
            waiting=tuple(
                WaitingOut(obstacle=obstacle, requests=count)
                for obstacle, count in outcome.waiting.items()
            ),
            is_cut=replayed.is_cut,
        )


@router.get("/centre/approval", summary="Read who decides")
async def get_approval(caller: SettingsReader, at: At) -> ApprovalOut:
    """Return who decides, and which version of the rule is in force."""
    return ApprovalOut.of(await centre_store.get_settings(at.pool, caller.merchant_id))


@router.put("/centre/approval", summary="Say who decides")
async def put_approval(caller: SettingsWriter, at: At, told: ApprovalIn) -> ApprovalOut:
    """Save it. The rule's version counts up if the rule decides otherwise than before."""
    wish = ApprovalWish(told.approval, told.window_days, told.answer_business_days)
    settings = await change_centre(
        at.pool,
        caller.merchant_id,
        lambda known: save_approval(known, wish),
        actor=caller.actor,
        now=at.now(),
        act="centre.approval",
    )
    return ApprovalOut.of(settings)


@router.get("/centre/approval/replay", summary="Replay the rule")
async def get_replay(
    caller: SettingsReader,
    at: At,
    window_days: Annotated[
        int | None, Query(ge=1, le=MOST_WINDOW_DAYS, description="To try; else as it is in force")
    ] = None,
) -> ReplayOut:
    """Return what the rule would have done with the last 30 days' requests. Decides nothing."""
    settings = await centre_store.get_settings(at.pool, caller.merchant_id)
    days = window_days or settings.window_days
    replayed = await replay_rule(at.pool, caller.merchant_id, settings, days, now=at.now())
    return ReplayOut.of(replayed)
