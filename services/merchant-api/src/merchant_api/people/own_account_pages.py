"""Votre compte: language, password, sessions, and the way out. For everybody."""

from dataclasses import dataclass
from hmac import compare_digest
from typing import Annotated, Final

from chassis.errors import Outage
from chassis.ids import digest
from chassis.networks import network_of
from chassis.words import Words
from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre.typed import Fault, Faults, told
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Guest, give_session, session_secret
from merchant_api.console.words import read_language, words_of
from merchant_api.people.change_password import NewPassword, change_password
from merchant_api.people.errors import PresentPasswordWrong, TooManyTries
from merchant_api.people.own_account import (
    change_own_language,
    end_other_sessions,
    list_own_sessions,
)
from merchant_api.people.session_store import StoredSession
from merchant_api.people.typed_person import LEAST_PASSWORD, fault_of_password
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/compte")

ACCOUNT: Final = "/compte"


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as its holder reads of it."""

    is_this: bool
    begun: str
    seen: str


@router.get("")
async def get_account(request: Request, at: At, visitor: Guest) -> Response:
    """Show who is signed in, and since when, and where else."""
    return await _page(request, at, visitor)


@router.post("/langue")
async def post_language(at: At, visitor: Guest, language: Annotated[str, Form()] = "") -> Response:
    """Remember the language."""
    chosen = read_language(language)
    if chosen is not None:
        await change_own_language(at.pool, visitor, chosen, now=at.now())
    return see_other(ACCOUNT, "language-changed" if chosen else "")


@router.get("/mot-de-passe")
async def get_password(_: Guest) -> Response:
    """Lead to where the form is: whoever reloads its errors, or reads them in another language."""
    return see_other(ACCOUNT)


@router.post("/mot-de-passe")
async def post_password(
    request: Request,
    at: At,
    visitor: Guest,
    present: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> Response:
    """Set another password; other sessions end, and this one goes on under a new secret."""
    faults = _faults(visitor, present, password)
    if faults:
        return await _page(request, at, visitor, faults=faults)
    typed = NewPassword(present, password, network_of(request, at.trusted_proxies))
    try:
        secret = await change_password(
            at.pool, at.sealing.passwords, at.letters, visitor, typed, now=at.now()
        )
    except PresentPasswordWrong:
        wrong: Faults = {"present": Fault("present-password-wrong")}
        return await _page(request, at, visitor, faults=wrong)
    except TooManyTries:
        faults = {"present": Fault("present-password-later")}
        return await _page(request, at, visitor, faults=faults, status=429)
    except Outage:
        faults = {"present": Fault("present-password-busy")}
        return await _page(request, at, visitor, faults=faults, status=503)
    response = see_other(ACCOUNT, "password-changed")
    give_session(response, at, secret)
    return response


@router.post("/sessions/fermer")
async def post_end_sessions(request: Request, at: At, visitor: Guest) -> Response:
    """Sign out everywhere else."""
    secret = session_secret(request, at) or ""
    await end_other_sessions(at.pool, visitor, secret, now=at.now())
    return see_other(ACCOUNT, "sessions-ended")


def _faults(visitor: Visitor, present: str, password: str) -> Faults:
    faults: Faults = {} if present else {"present": Fault("present-password-missing")}
    if fault := fault_of_password(password, visitor.email):
        faults["password"] = fault
    return faults


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    *,
    faults: Faults | None = None,
    status: int = 422,
) -> Response:
    words = words_of(visitor.language)
    this = digest(session_secret(request, at) or "")
    known = await list_own_sessions(at.pool, visitor, now=at.now())
    sessions = sorted((_line(it, this, words) for it in known), key=lambda it: not it.is_this)
    return await console_page(
        request,
        at,
        visitor,
        "people/compte.html",
        status=status if faults else 200,
        errors=told(faults or {}, words),
        least=LEAST_PASSWORD,
        sessions=sessions,
    )


def _line(session: StoredSession, this: bytes, words: Words) -> SessionLine:
    return SessionLine(
        is_this=compare_digest(session.session_digest, this),
        begun=words.moment(session.begun_at),
        seen=words.moment(session.seen_at),
    )
