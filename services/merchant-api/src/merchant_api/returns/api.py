"""Returns: read, estimated, approved, declined."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Header

from merchant_api.api.caller import ReturnDecider, ReturnReader
from merchant_api.api.problems import documented
from merchant_api.deciding.approve_return import approve_return
from merchant_api.deciding.decline_return import decline_return
from merchant_api.deciding.request_estimate import request_estimate
from merchant_api.deciding.terms import Wish
from merchant_api.deciding.terms_shapes import TermsIn
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.return_shapes import ReturnOut
from merchant_api.returns.shapes import DecisionOut, DeclineIn, EstimateAsked
from merchant_api.workplace import At

router = APIRouter(tags=["returns"])

_NOT_FOUND: Final = documented("There is no such return", "/problems/return-not-found", 404)
_DECIDED: Final = documented(
    "The return is already decided",
    "/problems/already-decided",
    409,
    detail="It was approved at 2026-11-20T14:42:10+00:00 by enrol.",
    decision={
        "verdict": "approved",
        "decided_at": "2026-11-20T14:42:10Z",
        "by": {"kind": "api_key", "name": "enrol", "rule_version": None},
        "message": None,
        "terms": None,
        "decline_reason": None,
    },
)


@router.get("/returns/{return_id}", summary="Read a return", responses={404: _NOT_FOUND})
async def get_return(caller: ReturnReader, at: At, return_id: UUID) -> ReturnOut:
    """Return everything about it: request, decision, estimate, label, parcel, messages."""
    dossier = await dossier_store.find_dossier(at.pool, caller.merchant_id, return_id)
    if dossier is None:
        raise ReturnNotFound
    return ReturnOut.of(dossier)


@router.post(
    "/returns/{return_id}/estimate",
    status_code=202,
    summary="Estimate the shipping cost",
    responses={404: _NOT_FOUND},
)
async def post_estimate(
    caller: ReturnDecider,
    at: At,
    return_id: UUID,
    told: TermsIn | None = None,
    accept_language: Annotated[str, Header(description="`fr` or `en`, of the answer")] = "fr",
) -> EstimateAsked:
    """Ask the carrier what the label would cost. The answer comes into the return."""
    estimate_id = await request_estimate(
        at.pool,
        caller.merchant_id,
        return_id,
        language="en" if accept_language.lower().startswith("en") else "fr",
        actor=caller.actor,
        now=at.now(),
        wish=told.wish() if told else Wish(),
    )
    return EstimateAsked(estimate_id=estimate_id)


@router.post(
    "/returns/{return_id}/approve",
    summary="Approve a return",
    responses={404: _NOT_FOUND, 409: _DECIDED},
)
async def post_approval(
    caller: ReturnDecider, at: At, return_id: UUID, told: TermsIn | None = None
) -> DecisionOut:
    """Agree to the return and have its label bought. Once: a second call says what is so."""
    decision = await approve_return(
        at.pool,
        caller.merchant_id,
        return_id,
        actor=caller.actor,
        now=at.now(),
        wish=told.wish() if told else Wish(),
    )
    return DecisionOut.of(decision)


@router.post(
    "/returns/{return_id}/decline",
    summary="Decline a return",
    responses={404: _NOT_FOUND, 409: _DECIDED},
)
async def post_refusal(
    caller: ReturnDecider, at: At, return_id: UUID, told: DeclineIn
) -> DecisionOut:
    """Say no; the customer gets `message` by e-mail. Once: a second call says what is so."""
    decision = await decline_return(
        at.pool,
        caller.merchant_id,
        return_id,
        told.message,
        actor=caller.actor,
        now=at.now(),
        reason=told.reason,
    )
    return DecisionOut.of(decision)
