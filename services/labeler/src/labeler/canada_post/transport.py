"""One bounded exchange with the carrier: no retry, no redirect, no cookie, no endless answer."""

import asyncio
import logging
from dataclasses import dataclass, field
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from labeler.canada_post.errors import CarrierUnavailable
from labeler.canada_post.inputs import Account

XML_LIMIT_BYTES = 1_000_000
LABEL_LIMIT_BYTES = 5_000_000

_TIMEOUT = httpx.Timeout(connect=3.0, read=15.0, write=5.0, pool=3.0)
_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


class AnswerLost(Exception):
    """The request, or a part of it, left; no whole answer came. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `url` is a path below the base address, or a link as the carrier gave it."""

    method: str
    url: str = field(repr=False)
    accept: str
    limit_bytes: int = XML_LIMIT_BYTES
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `cut` when it went on beyond the limit."""

    status: int
    media_type: str
    retry_after_s: float | None = None
    body: bytes = field(default=b"", repr=False)
    cut: bool = False


def open_http(
    base_url: str, transport: httpx.AsyncBaseTransport | None = None
) -> httpx.AsyncClient:
    """Open the client that all accounts of one carrier host share. Raises ValueError.

    No connection is kept alive: one that dies while it lies idle would lose a creation's answer,
    and a handshake a second costs nothing. No cookie is kept: it would carry the gateway's session
    from one merchant to another. Proxies named by the environment are used for https only, where
    they cannot read. httpx logs each address at INFO, and here an address holds the API user or a
    tracking PIN: its logger is turned down.
    """
    url = httpx.URL(base_url)
    if url.scheme not in {"http", "https"} or not url.host or url.userinfo or url.query:
        msg = "the carrier's address is http(s)://host[:port][/path], without credentials"
        raise ValueError(msg)
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        base_url=url,
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        headers={"User-Agent": "renvoi-labeler", "Accept-Encoding": "identity"},
        limits=httpx.Limits(max_connections=20, max_keepalive_connections=0),
        timeout=_TIMEOUT,
        transport=transport,
        trust_env=url.scheme == "https",
    )


async def exchange(
    http: httpx.AsyncClient, call: Call, account: Account, *, language: str, total_s: float
) -> Answer:
    """Send once and read the whole answer within `total_s` seconds.

    Raises CarrierUnavailable if certainly no byte of the request left, else AnswerLost. The latter
    covers every error of a connection once made: it may have died after the carrier had read all.
    """
    headers = {"Accept": call.accept, "Accept-Language": f"{language}-CA"}
    if call.content is not None:
        headers["Content-Type"] = call.accept
    auth = httpx.BasicAuth(account.api_user, account.api_password)
    try:
        async with (
            asyncio.timeout(total_s),
            http.stream(
                call.method, call.url, content=call.content, headers=headers, auth=auth
            ) as response,
        ):
            body, cut = await _read(response, call.limit_bytes)
    except _NEVER_SENT as error:
        raise CarrierUnavailable(cause="no connection to the carrier") from error
    except (httpx.HTTPError, OSError) as error:  # TimeoutError and SSLError are OSErrors
        raise AnswerLost(type(error).__name__) from error
    return Answer(
        status=response.status_code,
        media_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
        retry_after_s=_read_seconds(response.headers.get("Retry-After", "")),
        body=body,
        cut=cut,
    )


async def _read(response: httpx.Response, limit_bytes: int) -> tuple[bytes, bool]:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > limit_bytes:
            return bytes(body[:limit_bytes]), True
    return bytes(body), False


def _read_seconds(retry_after: str) -> float | None:
    """Read the seconds form, bounded to an hour; the date form would trust the other's clock."""
    return min(float(retry_after), 3600.0) if retry_after.isdecimal() else None
