"""The inbox for programs: messages in JSON, and the answers it should give."""

import base64

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local_stack.inbox.answers import Answer, Answers
from local_stack.inbox.mail import Mail, Piece
from local_stack.inbox.mailbox import Mailbox


def api_routes(mailbox: Mailbox, answers: Answers) -> list[Route]:
    """List the routes below /api."""

    async def messages(request: Request) -> Response:
        to = request.query_params.get("to")
        mails = [mail for mail in mailbox.list() if to is None or to in mail.to]
        return JSONResponse([_document(mail) for mail in mails])

    async def message(request: Request) -> Response:
        mail = mailbox.find(request.path_params["id"])
        if mail is None:
            raise HTTPException(404)
        source = mailbox.source(mail.id).decode("utf-8", "replace")
        contents = [_attachment(piece, content=True) for piece in mail.pieces]
        return JSONResponse(_document(mail) | {"attachments": contents, "source": source})

    async def empty(_: Request) -> Response:
        mailbox.empty()
        return Response(status_code=204)

    async def waiting(_: Request) -> Response:
        return JSONResponse([answer.model_dump() for answer in answers.list()])

    async def add(request: Request) -> Response:
        try:
            answer = Answer.model_validate_json(await request.body())
        except ValidationError as error:
            return Response(error.json(), status_code=422, media_type="application/json")
        answers.add(answer)
        return JSONResponse(answer.model_dump(), status_code=201)

    async def clear(_: Request) -> Response:
        answers.clear()
        return Response(status_code=204)

    return [
        Route("/api/messages", messages, methods=["GET"]),
        Route("/api/messages", empty, methods=["DELETE"]),
        Route("/api/messages/{id}", message, methods=["GET"]),
        Route("/api/answers", waiting, methods=["GET"]),
        Route("/api/answers", add, methods=["POST"]),
        Route("/api/answers", clear, methods=["DELETE"]),
    ]


def _document(mail: Mail) -> dict[str, object]:
    return {
        "id": mail.id,
        "message_id": mail.message_id,
        "from": mail.sender,
        "to": list(mail.to),
        "subject": mail.subject,
        "date": mail.date,
        "received_at": mail.received_at,
        "headers": [list(header) for header in mail.headers],
        "text": mail.text,
        "html": mail.html,
        "attachments": [_attachment(piece, content=False) for piece in mail.pieces],
    }


def _attachment(piece: Piece, *, content: bool) -> dict[str, object]:
    described: dict[str, object] = {
        "name": piece.name,
        "media_type": piece.media_type,
        "size": len(piece.content),
        "content_id": piece.content_id,
    }
    encoded = {"content_base64": base64.b64encode(piece.content).decode()} if content else {}
    return described | encoded
