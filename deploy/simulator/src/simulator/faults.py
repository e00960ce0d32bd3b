"""Bad days to order, for tests. They are kept in memory only: a restart is a good day.

A fault belongs to an operation (`on`), happens `times` times, and is one of these (`do`):

    delay:SECONDS       answer late, rightly
    lost-response       do it, then close the connection without a word
    500-after           do it, then claim trouble
    truncated-xml       do it, then send half of the answer (truncated-pdf is the same, for labels)
    wrong-content-type  do it, then call the answer text/plain
    extra-element       do it, and answer with an element nobody has heard of
    drop-connection     close the connection, nothing done
    500, 502, 503, 504  trouble at our end, nothing done
    slm-200, slm-500    throttled, nothing done
    refuse:CODE[,CODE]  a business refusal, nothing done
    html-200            a proxy's page, nothing done
    202-then-200        not ready yet, nothing done
    empty-messages-404  a failure without a reason, nothing done
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, replace

from lxml import etree
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from simulator.refusals import messages_body
from simulator.wire import document, language_of, parse

OPERATIONS = frozenset({"authorizedreturn", "price", "artifact", "tracking", "label"})

Respond = Callable[[], Awaitable[Response]]
_PLAIN = frozenset(
    {
        "lost-response", "500-after", "truncated-xml", "truncated-pdf", "wrong-content-type",
        "extra-element", "drop-connection", "500", "502", "503", "504", "slm-200", "slm-500",
        "html-200", "202-then-200", "empty-messages-404",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault on order."""

    on: str
    do: str
    times: int = 1


class Faults:
    """The faults on order, first come, first served."""

    def __init__(self) -> None:
        self._ordered: list[Fault] = []

    def order(self, fault: Fault) -> None:
        self._ordered.append(fault)

    def take(self, operation: str) -> Fault | None:
        """Use up one occurrence of the oldest fault on an operation."""
        for place, fault in enumerate(self._ordered):
            if fault.on == operation:
                left = replace(fault, times=fault.times - 1)
                self._ordered[place : place + 1] = [left] if left.times else []
                return fault
        return None

    def clear(self) -> None:
        self._ordered.clear()

    def listed(self) -> list[dict[str, object]]:
        return [asdict(fault) for fault in self._ordered]


def read_fault(order: object) -> Fault:
    """Read an order in JSON. Raises ValueError with a sentence."""
    match order:
        case {"on": str(on), "do": str(do), **rest} if on in OPERATIONS and _is_known(do):
            times = rest.pop("times", 1)
            if isinstance(times, int) and times > 0 and not rest:
                return Fault(on, do, times)
    message = f"a fault is on one of {sorted(OPERATIONS)}, does one of {sorted(_PLAIN)}"
    message += ", delay:SECONDS or refuse:CODE[,CODE], and happens a number of times"
    raise ValueError(message)


async def suffer(fault: Fault, request: Request, respond: Respond) -> Response:
    """Answer a request the way the fault wants it."""
    deed, _, argument = fault.do.partition(":")
    match deed:
        case "delay":
            await asyncio.sleep(float(argument))
            return await respond()
        case "drop-connection":
            return await _hang_up(request)
        case "lost-response" | "500-after" | "truncated-xml" | "truncated-pdf":
            return await _spoil_afterwards(deed, request, await respond())
        case "wrong-content-type" | "extra-element":
            return await _spoil_afterwards(deed, request, await respond())
        case _:
            return _instead(deed, argument, request)


async def _spoil_afterwards(deed: str, request: Request, answer: Response) -> Response:
    body = bytes(answer.body)
    match deed:
        case "lost-response":
            return await _hang_up(request)
        case "500-after":
            return _trouble(500)
        case "wrong-content-type":
            return Response(body, answer.status_code, media_type="text/plain")
        case "extra-element":
            body = _with_extra_element(body)
        case _:
            body = body[: len(body) // 2]
    return Response(body, answer.status_code, media_type=answer.headers["content-type"])


def _instead(deed: str, argument: str, request: Request) -> Response:
    language = language_of(request.headers.get("accept-language"))
    match deed:
        case "slm-200" | "slm-500":
            return _messages(int(deed[-3:]), messages_body(["Server"], language))
        case "refuse":
            return _messages(400, messages_body(argument.split(","), language))
        case "empty-messages-404":
            return _messages(404, messages_body([], language))
        case "202-then-200":
            return Response(status_code=202)
        case "html-200":
            return HTMLResponse("<!doctype html><title>Welcome</title><p>Please sign in.</p>")
        case _:
            return _trouble(int(deed))


async def _hang_up(request: Request) -> Response:
    """Close the connection, if `simulator.serving` gave us the means; in-process, raise instead."""
    hang_up: Callable[[], None] | None = request.scope.get("state", {}).get("hang_up")
    if hang_up is None:
        raise ConnectionResetError
    hang_up()
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return Response()


def _trouble(status: int) -> Response:
    return _messages(status, messages_body(["Server"], "en", text="Internal error"))


def _messages(status: int, body: bytes) -> Response:
    return Response(body, status, media_type="text/xml")


def _with_extra_element(body: bytes) -> bytes:
    root = parse(body)
    etree.SubElement(root, f"{{{etree.QName(root).namespace}}}not-yet-invented").text = "1"
    return document(root)


def _is_known(do: str) -> bool:
    deed, _, argument = do.partition(":")
    if deed == "refuse":
        return bool(argument)
    if deed == "delay":
        return argument.replace(".", "", 1).isdigit()
    return do in _PLAIN
