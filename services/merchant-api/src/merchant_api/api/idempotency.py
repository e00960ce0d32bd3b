"""Idempotency-Key: a POST of the API that is repeated gets its first answer, and acts once.

The answer is kept for a day, closed with a key made of what only the caller has (its API key and
the Idempotency-Key), for answers hold names, and one of them even a secret that is told once. What
the service refuses is not kept: nothing happened, and the request may be mended under its key.
A process that dies between acting and keeping the answer leaves a claim without one: the caller is
told so, because nobody can know from outside whether it acted, and repeating could act twice.
"""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b, sha256
from typing import Final
from uuid import UUID

from chassis.web import problem
from fastapi import FastAPI
from nacl.secret import SecretBox
from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from merchant_api.api.idempotency_store import Claim, claim_request, keep_answer, release_request
from merchant_api.api.kept_answer import Answer, close, open_answer, recording
from merchant_api.keys.errors import KeyRefused
from merchant_api.keys.open_with_key import open_with_key
from merchant_api.workplace import Workplace

HEADER: Final = "idempotency-key"
KEPT_FOR: Final = timedelta(hours=24)
MOST_CHARACTERS: Final = 200

_PREFIX: Final = "/api/v1/"
_BUSY_FOR: Final = timedelta(seconds=60)
_REFUSALS: Final = range(400, 500)
_NOTHING_HAPPENED: Final = 503


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whose request it is, by what key, and what it says."""

    merchant_id: UUID
    key_digest: bytes
    request_digest: bytes
    box: SecretBox


class IdempotentRequests:
    """ASGI around the app: no route has to know."""

    def __init__(self, app: ASGIApp, of: FastAPI) -> None:
        self._app = app
        self._of = of

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key = _key_of(scope)
        if key is None:
            await self._app(scope, receive, send)
            return
        at: Workplace = self._of.state.workplace
        body = await _read(receive)
        refusal = _refuse(key)
        asked = None if refusal else await _asked(at, scope, key, body)
        if refusal is not None:
            await refusal(scope, receive, send)
        elif asked is None:  # a key that opens nothing: the app says so in its own words
            await self._app(scope, _again(body, receive), send)
        else:
            await self._once(at, asked, scope, _again(body, receive), send)

    async def _once(
        self, at: Workplace, asked: _Asked, scope: Scope, receive: Receive, send: Send
    ) -> None:
        now = at.now()
        known = await claim_request(
            at.pool,
            asked.merchant_id,
            asked.key_digest,
            asked.request_digest,
            at=now,
            forget_before=now - KEPT_FOR,
        )
        if known is not None:
            is_busy = now - known.claimed_at < _BUSY_FOR
            await _answer_known(known, asked, is_busy=is_busy)(scope, receive, send)
            return
        answer = Answer()
        await self._app(scope, receive, recording(answer, send))
        if answer.status in _REFUSALS or answer.status == _NOTHING_HAPPENED:
            await release_request(at.pool, asked.merchant_id, asked.key_digest)
        elif answer.status < _REFUSALS.start:
            sealed = close(answer, asked.box)
            await keep_answer(at.pool, asked.merchant_id, asked.key_digest, sealed)


def _key_of(scope: Scope) -> str | None:
    if scope["type"] != "http" or scope["method"] != "POST":
        return None
    return Headers(scope=scope).get(HEADER) if scope["path"].startswith(_PREFIX) else None


def _refuse(key: str) -> Response | None:
    if 1 <= len(key) <= MOST_CHARACTERS and key.isascii() and key.isprintable():
        return None
    return problem(
        400,
        "The Idempotency-Key is not usable",
        kind="/problems/idempotency-key-invalid",
        detail=f"It takes 1 to {MOST_CHARACTERS} printable ASCII characters.",
    )


async def _asked(at: Workplace, scope: Scope, key: str, body: bytes) -> _Asked | None:
    """Find out who asks for what; None if it is nobody we know."""
    scheme, _, secret = Headers(scope=scope).get("authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        return None
    try:
        program = await open_with_key(at.pool, secret)
    except KeyRefused:
        return None
    asked = b"\0".join((scope["path"].encode(), scope["query_string"], body))
    box_key = blake2b(f"{secret}\0{key}".encode(), digest_size=32, person=b"idempotency").digest()
    return _Asked(
        merchant_id=program.merchant_id,
        key_digest=sha256(f"{program.key_id}\0{key}".encode()).digest(),
        request_digest=sha256(asked).digest(),
        box=SecretBox(box_key),
    )


def _answer_known(known: Claim, asked: _Asked, *, is_busy: bool) -> Response:
    if known.request_digest != asked.request_digest:
        return problem(
            422,
            "The Idempotency-Key was used for another request",
            kind="/problems/idempotency-key-reused",
            detail="Repeat the same request under it, or draw a new key.",
        )
    if known.sealed_answer is not None:
        return open_answer(known.sealed_answer, asked.box)
    if is_busy:
        return problem(
            409,
            "The first request is still being worked on",
            kind="/problems/request-in-progress",
            headers={"retry-after": "2"},
        )
    return problem(
        409,
        "Nobody knows what became of the first request",
        kind="/problems/outcome-unknown",
        detail="It was cut off. Look whether it acted, and if not, ask again with a new key.",
    )


async def _read(receive: Receive) -> bytes:
    """Read the whole body, which the guard in front of us keeps within bounds."""
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _again(body: bytes, receive: Receive) -> Receive:
    """Give the body once more, to the app this time."""
    is_given = False

    async def receive_again() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_again
