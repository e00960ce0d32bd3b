"""Whatever an HTTP edge answers: problem details, and the same headers on everything."""

from collections.abc import AsyncIterator
from typing import Annotated

import asyncpg
import httpx
import pytest
from chassis.errors import Outage
from chassis.hardening import content_policy
from chassis.web import MAX_BODY_BYTES, harden
from fastapi import Body, FastAPI
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Message, Scope

EVERYWHERE = {
    "content-security-policy",
    "cross-origin-opener-policy",
    "permissions-policy",
    "referrer-policy",
    "strict-transport-security",
    "x-content-type-options",
}
SECRET = "camille@example.com"


def _app(public_url: str = "https://shop.example") -> FastAPI:
    app = FastAPI()
    errors = {
        "bug": ZeroDivisionError(SECRET),
        "outage": Outage("the other side is away"),
        "timeout": TimeoutError(),
        "database": asyncpg.ConnectionDoesNotExistError(SECRET),
        "locked": asyncpg.LockNotAvailableError(SECRET),
    }

    @app.get("/fine")
    async def fine() -> dict[str, bool]:
        return {"ok": True}

    @app.get("/fails/{how}")
    async def fail(how: str) -> None:
        raise errors[how]

    @app.put("/numbers")
    async def put() -> None:
        return None

    @app.post("/numbers")
    async def take(number: Annotated[int, Body(embed=True)]) -> int:
        return number

    @app.post("/bytes")
    @app.post("/upload")
    @app.post("/upload/logo")
    @app.post("/uploads")
    async def count(request: Request) -> int:
        return len(await request.body())

    @app.get("/breaks-off")
    async def break_off() -> StreamingResponse:
        return StreamingResponse(_two_parts())

    async def _two_parts() -> AsyncIterator[bytes]:
        yield b"begun"
        raise ZeroDivisionError

    harden(app, public_url=public_url, roomy={"/upload": 2 * MAX_BODY_BYTES})
    return app


def _client(app: FastAPI) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="https://shop.example")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/fine", 200),
        ("HEAD", "/fine", 200),
        ("GET", "/nowhere", 404),
        ("HEAD", "/nowhere", 404),
        ("DELETE", "/fine", 405),
        ("OPTIONS", "/fine", 405),
        ("POST", "/numbers", 422),
        ("GET", "/fails/bug", 500),
        ("GET", "/fails/outage", 503),
        ("GET", "/fails/timeout", 503),
        ("GET", "/fails/database", 503),
        ("GET", "/fails/locked", 503),
    ],
)
async def test_every_answer_has_the_headers_and_every_error_is_a_problem(
    method: str, path: str, status: int
) -> None:
    async with _client(_app()) as client:
        answer = await client.request(method, path)

    assert answer.status_code == status
    assert set(answer.headers) >= EVERYWHERE
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
    if status != 200 and method != "HEAD":
        assert answer.json()["status"] == status
        assert {"type", "title"} <= set(answer.json())
    assert SECRET not in answer.text


async def test_refusals_have_the_headers_too() -> None:
    async with _client(_app()) as client:
        foreign = await client.post("/bytes", headers={"origin": "https://evil.example"})
        large = await client.post("/bytes", content=b"x" * (MAX_BODY_BYTES + 1))

    assert (foreign.status_code, large.status_code) == (403, 413)
    assert set(foreign.headers) >= EVERYWHERE
    assert set(large.headers) >= EVERYWHERE


async def test_a_page_cannot_run_what_it_did_not_bring() -> None:
    async with _client(_app()) as client:
        policy = (await client.get("/fine")).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_page_may_change_one_directive_and_keeps_the_others() -> None:
    policy = content_policy(frame_src="'self'", frame_ancestors="'self'").split("; ")

    assert {"frame-src 'self'", "frame-ancestors 'self'", "default-src 'none'"} <= set(policy)
    assert "frame-ancestors 'none'" not in policy


async def test_only_an_https_address_promises_https() -> None:
    async with _client(_app("http://127.0.0.1:8080")) as client:
        answer = await client.get("/fine")

    assert "strict-transport-security" not in answer.headers


async def test_head_is_get_without_its_body() -> None:
    async with _client(_app()) as client:
        get, head = await client.get("/fine"), await client.head("/fine")

    assert head.content == b""
    assert head.headers == get.headers


async def test_a_wrong_field_is_named_and_what_was_sent_is_not_repeated() -> None:
    async with _client(_app()) as client:
        answer = await client.post("/numbers", json={"number": SECRET})

    assert answer.json()["errors"][0]["pointer"] == "/number"
    assert SECRET not in answer.text


async def test_a_method_that_does_not_fit_says_which_do() -> None:
    async with _client(_app()) as client:
        answer = await client.delete("/fine")

    assert answer.headers["allow"] == "GET"


async def test_an_outage_says_when_to_come_again() -> None:
    async with _client(_app()) as client:
        answer = await client.get("/fails/outage")

    assert answer.headers["retry-after"] == "2"


async def test_half_an_answer_is_never_ended_as_if_it_were_whole() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    with pytest.raises(ZeroDivisionError):
        await _app()(_scope("GET", "/breaks-off"), _nothing_more, send)

    assert sent[-1]["body"] == b"begun"
    assert sent[-1]["more_body"]


async def test_a_client_that_leaves_in_the_middle_of_its_request_is_no_failure_of_ours() -> None:
    sent: list[Message] = []

    async def leaves() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await _app()(_scope("POST", "/bytes"), leaves, send)

    assert sent == []


async def _in_parts(size: int) -> AsyncIterator[bytes]:
    for rest in range(size, 0, -50_000):
        yield b"x" * min(rest, 50_000)


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [
        ("/bytes", MAX_BODY_BYTES, 200),
        ("/bytes", MAX_BODY_BYTES + 1, 413),
        ("/upload", 2 * MAX_BODY_BYTES, 200),
        ("/upload/logo", 2 * MAX_BODY_BYTES, 200),
        ("/upload", 2 * MAX_BODY_BYTES + 1, 413),
        ("/uploads", MAX_BODY_BYTES + 1, 413),
        ("/numbers", MAX_BODY_BYTES, 422),
        ("/numbers", MAX_BODY_BYTES + 1, 413),
    ],
)
async def test_a_body_is_bounded_whether_it_says_its_length_or_not(
    path: str, size: int, status: int
) -> None:
    async with _client(_app()) as client:
        said = await client.post(path, content=b"x" * size)
        unsaid = await client.post(path, content=_in_parts(size))

    assert (said.status_code, unsaid.status_code) == (status, status)


@pytest.mark.parametrize("length", [b"-1", b"1e9", b"\xb3", b"", b"1,1"])
async def test_a_length_that_is_no_number_is_refused(length: bytes) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await _app()(_scope("POST", "/bytes", [(b"content-length", length)]), _nothing_more, send)

    assert sent[0]["status"] == 400


async def _nothing_more() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}


def _scope(method: str, path: str, headers: list[tuple[bytes, bytes]] | None = None) -> Scope:
    return {
        "type": "http",
        "asgi": {"spec_version": "2.4"},
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": headers or [],
        "scheme": "https",
        "server": ("shop.example", 443),
        "client": None,
        "http_version": "1.1",
    }


async def test_a_refused_method_is_told_all_that_its_path_allows() -> None:
    async with _client(_app()) as client:
        refused = await client.delete("/numbers")

    assert refused.headers["allow"] == "POST, PUT"
