"""Clés d’API: the keys that live, and a new one, shown once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from chassis.ids import new_id
from fastapi import APIRouter, Form, Request, Response

from merchant_api.actors import Visitor
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.console.words import words_of
from merchant_api.keys import key_store
from merchant_api.keys.errors import AlreadyMade, KeyNotFound, NameTaken, TooManyKeys
from merchant_api.keys.key_view import key_rows, revoked_rows, scope_choices
from merchant_api.keys.make_key import Wish, make_key, renew_key
from merchant_api.keys.names import MOST_CHARACTERS, tidy_name
from merchant_api.keys.revoke_key import revoke_key
from merchant_api.keys.scopes import known_scopes
from merchant_api.workplace import At, Workplace

router = APIRouter()

_HERE: Final = "/parametres/cles"
_REVOKED_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class _Typed:
    """What stands in the form."""

    name: str = ""
    scopes: Sequence[str] = ()


@router.get(_HERE)
async def get_keys(request: Request, at: At, visitor: Owner) -> Response:
    """List the keys, and offer another."""
    return await _page(request, at, visitor)


@router.post(_HERE)
async def post_key(
    request: Request,
    at: At,
    visitor: Owner,
    formulaire: Annotated[UUID, Form()],
    nom: Annotated[str, Form()] = "",
    droits: Annotated[tuple[str, ...], Form()] = (),
) -> Response:
    """Make a key and show it on this very answer: no address, cookie or row ever holds it."""
    typed = _Typed(nom, droits)
    wish = Wish(tidy_name(nom), known_scopes(droits))
    errors = _faults(wish, visitor)
    if errors:
        return await _page(request, at, visitor, typed=typed, errors=errors)
    try:
        key = await make_key(
            at.pool,
            visitor.merchant_id,
            wish,
            form_id=formulaire,
            actor=visitor.actor,
            now=at.now(),
        )
    except AlreadyMade:
        return see_other(_HERE, "cle-deja-faite")
    except (NameTaken, TooManyKeys) as refusal:
        return await _page(request, at, visitor, typed=typed, errors=_told(refusal, visitor))
    return await _page(request, at, visitor, made=(wish.name, key.text))


@router.post(f"{_HERE}/{{key_id}}/renouveler")
async def post_renewal(
    request: Request, at: At, visitor: Owner, key_id: str, formulaire: Annotated[UUID, Form()]
) -> Response:
    """Make a second key beside this one, to change over to, and show it."""
    try:
        key, wish = await renew_key(
            at.pool,
            visitor.merchant_id,
            key_id,
            form_id=formulaire,
            actor=visitor.actor,
            now=at.now(),
        )
    except AlreadyMade:
        return see_other(_HERE, "cle-deja-faite")
    except (NameTaken, TooManyKeys) as refusal:
        return await _page(request, at, visitor, errors=_told(refusal, visitor))
    return await _page(request, at, visitor, made=(wish.name, key.text))


@router.get(f"{_HERE}/{{key_id}}/revoquer")
async def get_revocation(request: Request, at: At, visitor: Owner, key_id: str) -> Response:
    """Ask once more: the page behind the dialog, for browsers without script."""
    live = await key_store.list_live(at.pool, visitor.merchant_id)
    rows = key_rows(live, words_of(visitor.language))
    row = next((row for row in rows if row.key_id == key_id), None)
    if row is None:
        raise KeyNotFound
    return await console_page(request, at, visitor, "keys/revoquer.html", row=row)


@router.post(f"{_HERE}/{{key_id}}/revoquer")
async def post_revocation(at: At, visitor: Owner, key_id: str) -> Response:
    """Revoke the key."""
    await revoke_key(at.pool, visitor.merchant_id, key_id, actor=visitor.actor, now=at.now())
    return see_other(_HERE, "cle-revoquee")


def _faults(wish: Wish, visitor: Visitor) -> Mapping[str, str]:
    words, errors = words_of(visitor.language), {}
    if not wish.name:
        errors["nom"] = words("key-name-missing")
    elif len(wish.name) > MOST_CHARACTERS:
        errors["nom"] = words("key-name-too-long")
    if not wish.scopes:
        errors["droits"] = words("key-scopes-missing")
    return errors


def _told(refusal: NameTaken | TooManyKeys, visitor: Visitor) -> Mapping[str, str]:
    words = words_of(visitor.language)
    if isinstance(refusal, NameTaken):
        return {"nom": words("key-name-taken", name=refusal.name)}
    return {"nom": words("key-too-many")}


async def _page(
    request: Request,
    at: Workplace,
    visitor: Visitor,
    *,
    typed: _Typed | None = None,
    errors: Mapping[str, str] | None = None,
    made: tuple[str, str] | None = None,
) -> Response:
    words, typed = words_of(visitor.language), typed or _Typed()
    live = await key_store.list_live(at.pool, visitor.merchant_id)
    revoked = await key_store.list_revoked(at.pool, visitor.merchant_id, limit=_REVOKED_SHOWN)
    return await console_page(
        request,
        at,
        visitor,
        "keys/cles.html",
        status=422 if errors else 200,
        errors=errors or {},
        rows=key_rows(live, words),
        revoked=revoked_rows(revoked, words),
        choices=scope_choices(typed.scopes, words),
        typed=typed,
        form_id=str(new_id()),
        made=made,
    )
