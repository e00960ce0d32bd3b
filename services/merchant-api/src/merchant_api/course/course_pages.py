"""What people do with a return around its decision: each a form of one press."""

from collections.abc import Awaitable, Callable
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Response

from merchant_api.actors import Visitor
from merchant_api.console.visiting import Guest
from merchant_api.course.close_return import close_return
from merchant_api.course.course import Condition
from merchant_api.course.resend_message import resend_message
from merchant_api.receiving.receive_return import MOST_NOTE_CHARACTERS, receive_return
from merchant_api.returns.errors import NothingToResend, NotNow, TooManyResends
from merchant_api.returns.finding import get_return_id
from merchant_api.returns.way_back import Here, back_to
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/retours/{number}")


@router.post("/recevoir")
async def post_reception(
    at: At,
    visitor: Guest,
    number: str,
    condition: Annotated[Condition, Form()] = "as_expected",
    note: Annotated[str, Form(max_length=MOST_NOTE_CHARACTERS)] = "",
    ici: Here = "",
) -> Response:
    """Take the parcel in."""

    async def receive(return_id: UUID) -> object:
        return await receive_return(
            at.pool,
            visitor.merchant_id,
            return_id,
            condition,
            note,
            actor=visitor.actor,
            now=at.now(),
        )

    return await act_and_return(at, visitor, number, ici, receive, "recu")


@router.post("/terminer")
async def post_closure(at: At, visitor: Guest, number: str, ici: Here = "") -> Response:
    """Be done with it."""

    async def close(return_id: UUID) -> object:
        return await close_return(
            at.pool, visitor.merchant_id, return_id, actor=visitor.actor, now=at.now()
        )

    return await act_and_return(at, visitor, number, ici, close, "termine")


@router.post("/renvoyer")
async def post_resend(
    at: At,
    visitor: Guest,
    number: str,
    message: Annotated[str, Form(max_length=40)] = "",
    ici: Here = "",
) -> Response:
    """Have the customer told once more."""
    return_id = await get_return_id(at, visitor, number)
    try:
        await resend_message(
            at.pool, visitor.merchant_id, return_id, message, actor=visitor.actor, now=at.now()
        )
    except NothingToResend:
        return back_to(number, ici, "rien-a-renvoyer")
    except TooManyResends:
        return back_to(number, ici, "trop-de-renvois")
    return back_to(number, ici, "renvoye")


async def act_and_return(
    at: Workplace,
    visitor: Visitor,
    number: str,
    here: str,
    act: Callable[[UUID], Awaitable[object]],
    notice: str,
) -> Response:
    """Act on the return and go back to it: `notice` says that it is done, another why it is not."""
    return_id = await get_return_id(at, visitor, number)
    try:
        await act(return_id)
    except NotNow as refused:
        notice = f"pas-{refused.obstacle}"
    return back_to(number, here, notice)
