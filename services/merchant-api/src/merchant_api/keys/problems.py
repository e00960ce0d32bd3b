"""What the API answers to whoever has no key, or one that does not reach so far."""

from chassis.web import problem
from fastapi import FastAPI, Request
from starlette.responses import Response

from merchant_api.keys.errors import KeyNotFound, KeyRefused, NameTaken, ScopeMissing, TooManyKeys
from merchant_api.keys.rotation import MOST_LIVE, MOST_OF_NAME


def explain_refusals(app: FastAPI) -> None:
    """Have `app` answer them as problems."""
    app.add_exception_handler(KeyRefused, _on_key_refused)
    app.add_exception_handler(ScopeMissing, _on_scope_missing)
    app.add_exception_handler(KeyNotFound, _on_key_not_found)
    app.add_exception_handler(NameTaken, _on_too_many_keys)
    app.add_exception_handler(TooManyKeys, _on_too_many_keys)


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


async def _on_key_not_found(_: Request, __: Exception) -> Response:
    return problem(404, "There is no such API key", kind="/problems/key-not-found")


async def _on_too_many_keys(_: Request, error: Exception) -> Response:
    most = (
        f"A name has {MOST_OF_NAME}" if isinstance(error, NameTaken) else f"There are {MOST_LIVE}"
    )
    return problem(
        409,
        "There are too many API keys",
        kind="/problems/too-many-keys",
        detail=f"{most} live keys at most. Revoke one first.",
    )
