"""API keys by API: listed, made, revoked."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Response

from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.keys import key_store
from merchant_api.keys.errors import ScopeMissing
from merchant_api.keys.make_key import Wish, make_key
from merchant_api.keys.revoke_key import revoke_key
from merchant_api.keys.rotation import MOST_OF_NAME
from merchant_api.keys.scopes import known_scopes
from merchant_api.keys.shapes import KeyIn, KeyList, KeyMade, KeyOut
from merchant_api.workplace import At

router = APIRouter(tags=["API keys"])

_NOT_FOUND: Final = documented("There is no such API key", "/problems/key-not-found", 404)
_TOO_MANY: Final = documented(
    "There are too many API keys",
    "/problems/too-many-keys",
    409,
    detail=f"A name has {MOST_OF_NAME} live keys at most. Revoke one first.",
)
_BEYOND: Final = documented(
    "The API key does not allow this",
    "/problems/scope-missing",
    403,
    detail="It needs the scope returns:decide.",
    scope="returns:decide",
)


@router.get("/api-keys", summary="List API keys")
async def list_keys(
    caller: SettingsReader,
    at: At,
    cursor: Annotated[str, Query(max_length=40)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> KeyList:
    """List the keys that open something, the oldest first. Keys themselves are never told again."""
    live = await key_store.list_live(at.pool, caller.merchant_id)
    begin = next((n for n, key in enumerate(live, 1) if key.key_id == cursor), 0)
    page = live[begin : begin + limit]
    return KeyList(
        api_keys=tuple(KeyOut.of(key) for key in page),
        next_cursor=page[-1].key_id if len(live) > begin + limit else None,
    )


@router.post(
    "/api-keys",
    status_code=201,
    summary="Make an API key",
    responses={403: _BEYOND, 409: _TOO_MANY},
)
async def post_key(caller: SettingsWriter, at: At, told: KeyIn, response: Response) -> KeyMade:
    """Make a key that is good for `scopes`: none that the calling key lacks.

    Of one name there may be two live keys, so that a program can change over without a gap. The
    key is in this answer and nowhere else.
    """
    scopes = known_scopes(told.scopes)
    beyond = next((scope for scope in scopes if scope not in caller.scopes), None)
    if beyond is not None:
        raise ScopeMissing(beyond)
    wish, now = Wish(told.name, scopes), at.now()
    key = await make_key(at.pool, caller.merchant_id, wish, actor=caller.actor, now=now)
    response.headers["location"] = f"/api/v1/api-keys/{key.id}"
    return KeyMade(key_id=key.id, name=wish.name, scopes=scopes, created_at=now, key=key.text)


@router.get("/api-keys/{key_id}", summary="Read an API key", responses={404: _NOT_FOUND})
async def get_key(caller: SettingsReader, at: At, key_id: str) -> KeyOut:
    """Return what is known of a live key."""
    return KeyOut.of(await key_store.get_live(at.pool, caller.merchant_id, key_id))


@router.delete(
    "/api-keys/{key_id}",
    status_code=204,
    summary="Revoke an API key",
    responses={404: _NOT_FOUND},
)
async def delete_key(caller: SettingsWriter, at: At, key_id: str) -> None:
    """Revoke the key: its next request is refused, whichever process it reaches.

    May be repeated. A key may revoke itself.
    """
    await revoke_key(at.pool, caller.merchant_id, key_id, actor=caller.actor, now=at.now())
