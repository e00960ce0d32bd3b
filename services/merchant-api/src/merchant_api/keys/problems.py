"""What the API answers to whoever has no key, or one that does not reach so far."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.keys.errors import KeyRefused, ScopeMissing


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(KeyRefused, _on_key_refused)
    app.add_exception_handler(ScopeMissing, _on_scope_missing)


async def _on_key_refused(_: Request, __: Exception) -> Response:
    return problem(
        401,
        "The API key is missing or not valid",
        kind="/problems/unauthorized",
        headers={"www-authenticate": 'Bearer realm="renvoi"'},
    )


async def _on_scope_missing(_: Request, error: Exception) -> Response:
    assert isinstance(error, ScopeMissing)  # noqa: S101  registered for it
    return problem(
        403,
        "The API key does not allow this",
        kind="/problems/scope-missing",
        detail=f"It needs the scope {error.scope}.",
        members={"scope": error.scope},
    )
