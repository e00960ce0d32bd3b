"""Have an upload drawn anew by a process of its own, which is bounded and knows nothing."""

import asyncio
import contextlib
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from typing import Final

import structlog
from chassis.errors import Outage

from merchant_api.branding.drawing.answer import MAX_ANSWER_BYTES, Drawn, read_answer
from merchant_api.branding.image_header import examine, read_header
from merchant_api.branding.image_kinds import Format, ImageKind, ImageRefused

log = structlog.get_logger()

_AT_ONCE: Final = 2
_WAIT_S: Final = 20.0
_WITHIN_S: Final = 30.0
_NAMES: Final = {"logo": {"logo": "png"}, "picture": {"wide": "webp", "tall": "webp"}}


class Studio:
    """Draws two uploads at a time; the others wait for a moment."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def draw(self, content: bytes, kind: ImageKind) -> Drawn:
        """Return what may be stored and shown. Raises ImageRefused; Outage if all are busy."""
        header = examine(content, kind)
        try:
            async with asyncio.timeout(_WAIT_S):
                await self._places.acquire()
        except TimeoutError as error:
            cause = "others are drawing"
            raise Outage(cause) from error
        try:
            answer = await _draw(content, kind, header.format)
        finally:
            self._places.release()
        return _checked(read_answer(answer), kind)


async def _draw(content: bytes, kind: ImageKind, image_format: Format) -> bytes:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-m", "merchant_api.branding.drawing", kind, image_format),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        cwd="/",
        env={},  # the database's password is none of its business
    )
    try:
        async with asyncio.timeout(_WITHIN_S):
            answer = await _converse(process, content)
            status = await process.wait()
    except TimeoutError:
        raise ImageRefused(why="laborious") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if status < 0:  # it met one of its limits, or a flaw of a decoder
        log.warning("upload ended its process", kind=kind, format=image_format, signal=-status)
        raise ImageRefused(why="laborious")
    if status > 0:
        cause = f"the drawing process ended with {status}"
        raise RuntimeError(cause)
    return answer


async def _converse(process: Process, content: bytes) -> bytes:
    """Send all, and take no more than an answer can have."""
    assert process.stdin is not None  # noqa: S101  both are pipes
    assert process.stdout is not None  # noqa: S101
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(content)
        await process.stdin.drain()
        process.stdin.close()
    answer = bytearray()
    while part := await process.stdout.read(65_536):
        answer += part
        if len(answer) > MAX_ANSWER_BYTES:
            cause = "the drawing process talks too much"
            raise RuntimeError(cause)
    return bytes(answer)


def _checked(drawn: Drawn, kind: ImageKind) -> Drawn:
    """Believe the process no more than the file that it opened."""
    expected = _NAMES[kind]
    if {name: read_header(file).format for name, file in drawn.files.items()} != expected:
        cause = "the drawing process made something else"
        raise RuntimeError(cause)
    return drawn
