"""What programs do with a return around its decision."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter

from merchant_api.api.caller import ReturnDecider
from merchant_api.api.problems import documented
from merchant_api.course.cancel_return import cancel_return
from merchant_api.course.close_return import close_return
from merchant_api.course.course_shapes import (
    CancellationOut,
    ClosureOut,
    NewLabelOut,
    ReceptionIn,
    ReceptionOut,
    ResendIn,
    ResendOut,
    VoidOut,
)
from merchant_api.course.replace_label import replace_label
from merchant_api.course.resend_message import resend_message
from merchant_api.course.void_label import void_label
from merchant_api.deciding.terms_shapes import TermsIn
from merchant_api.receiving.receive_return import receive_return
from merchant_api.workplace import At

router = APIRouter(
    prefix="/returns/{return_id}",
    tags=["returns"],
    responses={
        404: documented("There is no such return", "/problems/return-not-found", 404),
        409: documented(
            "The return does not allow this as it stands",
            "/problems/not-now",
            409,
            detail="The parcel is already received.",
            obstacle="received",
        ),
    },
)

_AS_EXPECTED: Final = ReceptionIn()
_AS_BEFORE: Final = TermsIn()


@router.post("/receive", summary="Mark a return received")
async def post_reception(
    caller: ReturnDecider, at: At, return_id: UUID, told: ReceptionIn = _AS_EXPECTED
) -> ReceptionOut:
    """Note that the parcel is back. The customer is told. Once: a second call says what is so."""
    reception = await receive_return(
        at.pool,
        caller.merchant_id,
        return_id,
        told.condition,
        told.note,
        actor=caller.actor,
        now=at.now(),
    )
    return ReceptionOut.of(reception)


@router.post("/close", summary="Complete a return")
async def post_closure(caller: ReturnDecider, at: At, return_id: UUID) -> ClosureOut:
    """Be done with a return whose parcel is back or was on its way. The customer is told."""
    closure = await close_return(
        at.pool, caller.merchant_id, return_id, actor=caller.actor, now=at.now()
    )
    return ClosureOut.of(closure)


@router.post("/cancel", summary="Cancel a return")
async def post_cancellation(caller: ReturnDecider, at: At, return_id: UUID) -> CancellationOut:
    """Call a return off before its parcel is on its way. Its label counts no more."""
    cancellation = await cancel_return(
        at.pool, caller.merchant_id, return_id, actor=caller.actor, now=at.now()
    )
    return CancellationOut.of(cancellation)


@router.post("/void-label", summary="Void the label")
async def post_void(caller: ReturnDecider, at: At, return_id: UUID) -> VoidOut:
    """Stop offering the label. Unused, it costs nothing; used all the same, it is told."""
    void = await void_label(
        at.pool, caller.merchant_id, return_id, actor=caller.actor, now=at.now()
    )
    return VoidOut.of(void)


@router.post("/label", status_code=202, summary="Make another label")
async def post_label(
    caller: ReturnDecider, at: At, return_id: UUID, told: TermsIn = _AS_BEFORE
) -> NewLabelOut:
    """Have another label made in the place of the one that was, or never came."""
    replacement = await replace_label(
        at.pool, caller.merchant_id, return_id, told.wish(), actor=caller.actor, now=at.now()
    )
    return NewLabelOut.of(replacement)


@router.post("/messages/resend", status_code=202, summary="Send a message again")
async def post_resend(caller: ReturnDecider, at: At, return_id: UUID, told: ResendIn) -> ResendOut:
    """Have the customer told once more what they were told last. At most five a day."""
    resend = await resend_message(
        at.pool,
        caller.merchant_id,
        return_id,
        told.template,
        actor=caller.actor,
        now=at.now(),
    )
    return ResendOut.of(resend)
