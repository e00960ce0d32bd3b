"""The HTTP side put together: API for programs, pages for people, and one answer to trouble."""

from collections.abc import Awaitable, Callable

import look
from chassis.db import OUTAGES
from chassis.errors import Outage
from chassis.health import Health
from chassis.web import harden
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from portal_api.api import routes
from portal_api.api.problems import KINDS, on_refusal
from portal_api.api.shapes import Problem
from portal_api.errors import AlreadySent
from portal_api.pages import centre, draft, entry, status, theme, trouble
from portal_api.wiring import Parts

OnError = Callable[[Request, Exception], Response | Awaitable[Response]]


def make_app(parts: Parts, health: Health) -> FastAPI:
    """Make the application that serves customers' browsers and programs."""
    app = FastAPI(
        title="Renvoi portal",
        version="1",
        summary="Ask for a return, and follow it",
        openapi_url="/api/openapi.json",
        # The usual pages fetch their script from elsewhere: whoever wants one brings a viewer.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.parts = parts
    look.mount(app)
    app.router.routes.extend(health.routes())
    for router in (routes.router, theme.router, status.router, draft.router, centre.router):
        app.include_router(router)
    app.include_router(entry.router)  # last, for `/{slug}` would take what the others have
    harden(app, public_url=parts.settings.public_url)
    _answer_people(app)
    _describe_problems(app)
    return app


def _answer_people(app: FastAPI) -> None:
    """Let people have pages where programs have problem details."""
    for refusal in KINDS:
        app.add_exception_handler(refusal, _on_refusal)
    app.add_exception_handler(AlreadySent, trouble.on_refusal)
    for trouble_kind in (HTTPException, RequestValidationError, Outage, *OUTAGES, Exception):
        machine = app.exception_handlers[trouble_kind]
        app.add_exception_handler(trouble_kind, _on_trouble(machine))


async def _on_refusal(request: Request, error: Exception) -> Response:
    answer = on_refusal if _is_program(request) else trouble.on_refusal
    return await answer(request, error)


def _on_trouble(machine: OnError) -> OnError:
    async def answer(request: Request, error: Exception) -> Response:
        said = machine(request, error)  # which also logs
        if not isinstance(said, Response):
            said = await said
        if _is_program(request):
            return said
        return trouble.on_trouble(request, said.status_code, said.headers)

    return answer


def _is_program(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _describe_problems(app: FastAPI) -> None:
    """Add the problem's shape to the OpenAPI page, which takes it up only for plain JSON."""
    describe = app.openapi

    def described() -> dict[str, object]:
        page = describe()
        shape = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        page["components"]["schemas"] |= {**shape.pop("$defs"), "Problem": shape}
        return page

    app.openapi = described  # type: ignore[method-assign]  # the way that FastAPI documents
