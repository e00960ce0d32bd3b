"""Say no to a return: an internal reason, words for the customer, a look at their mail first."""

from typing import Annotated, Final

from fastapi import APIRouter, Form, Request, Response
from pydantic import BaseModel, ConfigDict

from merchant_api.actors import Visitor
from merchant_api.centre import centre_store
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.deciding.decision import DeclineReason
from merchant_api.deciding.decline_return import decline_return
from merchant_api.deciding.decline_view import REASONS, ready_text, refusal_of
from merchant_api.returns.errors import AlreadyDecided, MessageTooLong, NotNow
from merchant_api.returns.finding import get_dossier_by_number
from merchant_api.returns.records import Dossier
from merchant_api.returns.way_back import HereAsked, back_to, url_of
from merchant_api.workplace import At, Workplace

router = APIRouter()

_PATH: Final = "/retours/{number}/refuser"


class RefusalForm(BaseModel):
    """What was chosen and written. `act` is set by the buttons that decide nothing yet."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    reason: str = ""
    message: str = ""
    act: str = ""
    ici: str = ""

    @property
    def known_reason(self) -> DeclineReason | None:
        return next((it for it in REASONS if it == self.reason), None)


@router.get(_PATH)
async def get_refusal(
    request: Request, at: At, visitor: Guest, number: str, ici: HereAsked = ""
) -> Response:
    """Ask for reason and message: the page behind the dialog, for browsers without script."""
    dossier = await get_dossier_by_number(at, visitor, number)
    if over := _over(dossier):
        return back_to(number, ici, over)
    return await _refusal_page(request, at, visitor, dossier, RefusalForm(ici=ici))


@router.post(_PATH)
async def post_refusal(
    request: Request, at: At, visitor: Guest, number: str, form: Annotated[RefusalForm, Form()]
) -> Response:
    """Decline; or show the mail, or words to begin with; or say what is missing or already so."""
    dossier = await get_dossier_by_number(at, visitor, number)
    if over := _over(dossier):
        return back_to(number, form.ici, over)
    if form.act:
        return await _refusal_page(request, at, visitor, dossier, _acted(form, dossier))
    faults = {} if form.known_reason else {"reason": "decline-reason-missing"}
    if not form.message.strip():
        faults["message"] = "message-missing"
    try:
        if not faults:
            await _decline(at, visitor, dossier, form)
            return back_to(number, form.ici, "refuse")
    except AlreadyDecided:
        return back_to(number, form.ici, "deja")
    except NotNow as refused:
        return back_to(number, form.ici, f"pas-{refused.obstacle}")
    except MessageTooLong:
        faults["message"] = "message-too-long"
    return await _refusal_page(request, at, visitor, dossier, form, faults)


def _over(dossier: Dossier) -> str:
    """Name what is said of a return on which nobody can decide any more; empty for any other."""
    if dossier.decision is not None:
        return "deja"
    return "pas-cancelled" if dossier.course.cancellation is not None else ""


def _acted(form: RefusalForm, dossier: Dossier) -> RefusalForm:
    """Do what a button says that decides nothing: only one of them changes what is written."""
    if form.act != "ready":
        return form
    message = ready_text(form.reason, form.message, dossier.request.language)
    return form.model_copy(update={"message": message})


async def _decline(at: Workplace, visitor: Visitor, dossier: Dossier, form: RefusalForm) -> None:
    await decline_return(
        at.pool,
        visitor.merchant_id,
        dossier.line.return_id,
        form.message,
        actor=visitor.actor,
        now=at.now(),
        reason=form.known_reason,
    )


async def _refusal_page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    dossier: Dossier,
    form: RefusalForm,
    faults: dict[str, str] | None = None,
) -> Response:
    asked, words = dossier.request, words_of(visitor.language)
    settings = await centre_store.get_settings(at.pool, visitor.merchant_id)
    return await console_page(
        request,
        at,
        visitor,
        "returns/refuser.html",
        status=422 if faults else 200,
        number=asked.number,
        customer_name=asked.customer_name,
        refusal=refusal_of(
            asked.number,
            asked.language,
            settings,
            words,
            at.now(),
            reason=form.reason,
            message=form.message,
        ),
        here=form.ici,
        back=url_of(asked.number, form.ici),
        errors={f"{field}-{asked.number}": words(name) for field, name in (faults or {}).items()},
    )
