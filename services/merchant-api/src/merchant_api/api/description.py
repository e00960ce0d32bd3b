"""What OpenAPI says beyond what the routes say themselves."""

from fastapi import FastAPI

from merchant_api.api.idempotency import KEPT_FOR, MOST_CHARACTERS

_HOURS = int(KEPT_FOR.total_seconds() // 3600)
_IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "description": (
        f"Drawn by you, at most {MOST_CHARACTERS} characters. Repeated within {_HOURS} hours, the "
        "same request gets its first answer (with `Idempotency-Replayed: true`) and acts once; "
        "another one under the same key is refused with 422."
    ),
    "schema": {"type": "string", "pattern": f"^[!-~]{{1,{MOST_CHARACTERS}}}$"},
}


def describe_idempotency(app: FastAPI) -> None:
    """Have every POST say that it takes an Idempotency-Key."""
    describe = app.openapi

    def described() -> dict[str, object]:
        if app.openapi_schema is None:
            for item in describe()["paths"].values():
                if "post" in item:
                    item["post"].setdefault("parameters", []).append(_IDEMPOTENCY_KEY)
        return app.openapi_schema or {}

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way
