"""What the client makes of connections that break: nothing happened, or nobody knows.

A mocked transport says which exception comes; only a socket says whether it is the right one.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from labeler.canada_post import (
    Account,
    CanadaPost,
    CarrierUnavailable,
    OutcomeUnknown,
    Pace,
    ReturnOrder,
    open_http,
)

ACCOUNT = Account("an-api-user", "a-password", "7023210")
PIN = "7023210039414604"
CREATED = (
    b"<authorized-return-info><tracking-pin>123456789012</tracking-pin></authorized-return-info>"
)
Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


async def read_request(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    if lengths:
        await reader.readexactly(int(lengths[0].partition(b":")[2]))


async def hang_up_at_once(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def hang_up_after_reading(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.transport.abort()


async def close_after_reading(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await read_request(reader)


async def say_nothing(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    await reader.read()


async def send_half(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    half = CREATED[: len(CREATED) // 2]
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(CREATED), half))


async def drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n")
    while not writer.is_closing():
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def send_no_http(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"220 mail.example ESMTP\r\n")


async def create(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer and keep the connection open, as a server does that would take another call."""
    await read_request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(CREATED), CREATED))
    await reader.read()


@asynccontextmanager
async def client_of(
    behaviour: Behaviour, port: int, pace: Pace, scheme: str = "http"
) -> AsyncIterator[tuple[CanadaPost, list[None]]]:
    """A client of a server that behaves so, and a list that grows with each connection."""
    connections: list[None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(None)
        try:
            await behaviour(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", port)
    async with server, open_http(f"{scheme}://127.0.0.1:{port}") as http:
        yield CanadaPost(http, ACCOUNT, pace=pace, total_s=0.3), connections


BREAKS = [
    hang_up_at_once,
    hang_up_after_reading,
    close_after_reading,
    say_nothing,
    send_half,
    drip,
    send_no_http,
]


@pytest.mark.parametrize("behaviour", BREAKS)
async def test_a_creation_on_a_connection_that_breaks_is_unknown_and_made_once(
    behaviour: Behaviour, free_port: int, fast: Pace, order: ReturnOrder
) -> None:
    async with client_of(behaviour, free_port, fast) as (client, connections):
        with pytest.raises(OutcomeUnknown):
            await client.create_authorized_return(order)

    assert len(connections) == 1


@pytest.mark.parametrize("behaviour", BREAKS)
async def test_tracking_on_a_connection_that_breaks_may_be_asked_for_again(
    behaviour: Behaviour, free_port: int, fast: Pace
) -> None:
    async with client_of(behaviour, free_port, fast) as (client, connections):
        with pytest.raises(CarrierUnavailable):
            await client.track(PIN)

    assert len(connections) == 1


async def test_where_nobody_listens_nothing_happened(
    free_port: int, fast: Pace, order: ReturnOrder
) -> None:
    async with open_http(f"http://127.0.0.1:{free_port}") as http:
        with pytest.raises(CarrierUnavailable):
            await CanadaPost(http, ACCOUNT, pace=fast).create_authorized_return(order)


async def test_where_no_name_leads_nothing_happened(fast: Pace, order: ReturnOrder) -> None:
    async with open_http("http://carrier.invalid") as http:
        with pytest.raises(CarrierUnavailable):
            await CanadaPost(http, ACCOUNT, pace=fast).create_authorized_return(order)


async def test_where_encryption_fails_nothing_happened(
    free_port: int, fast: Pace, order: ReturnOrder
) -> None:
    async with client_of(hang_up_at_once, free_port, fast, scheme="https") as (client, _):
        with pytest.raises(CarrierUnavailable):
            await client.create_authorized_return(order)


async def test_no_connection_is_used_twice(free_port: int, fast: Pace, order: ReturnOrder) -> None:
    async with client_of(create, free_port, fast) as (client, connections):
        first = await client.create_authorized_return(order)
        second = await client.create_authorized_return(order)

    assert first == second
    assert len(connections) == 2
