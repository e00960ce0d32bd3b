"""An answer as it goes by, and as it is kept: closed for everyone but its caller."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import Message, Send

_KEPT_HEADERS: Final = ("content-type", "location", "cache-control")


@dataclass(slots=True)
class Answer:
    """What the app has answered so far."""

    status: int = 0
    headers: Mapping[str, str] | None = None
    body: bytes = b""


def close(answer: Answer, box: SecretBox) -> bytes:
    """Close the answer, so that only the same key opens it."""
    head = json.dumps({"status": answer.status, "headers": dict(answer.headers or {})})
    return bytes(box.encrypt(head.encode() + b"\n" + answer.body))


def open_answer(sealed: bytes, box: SecretBox) -> Response:
    """Give the answer again, and say that it is not new."""
    try:
        head, _, body = box.decrypt(sealed).partition(b"\n")
    except CryptoError as error:
        cause = "a stored answer does not open with the key it was closed with"
        raise RuntimeError(cause) from error
    told = json.loads(head)
    return Response(body, told["status"], {**told["headers"], "idempotency-replayed": "true"})


def recording(answer: Answer, send: Send) -> Send:
    """Send on what passes, and note it in `answer`."""

    async def send_and_record(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            answer.status = message["status"]
            answer.headers = {name: headers[name] for name in _KEPT_HEADERS if name in headers}
        elif message["type"] == "http.response.body":
            answer.body += message.get("body", b"")
        await send(message)

    return send_and_record
