"""What every HTTP edge has: problem details, security headers, one origin, bounded requests."""

from collections.abc import Mapping
from types import MappingProxyType

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from chassis.db import OUTAGES
from chassis.errors import Outage
from chassis.hardening import MAX_BODY_BYTES, Guard
from chassis.problems import on_bug, on_http, on_invalid, on_outage, problem

__all__ = ["MAX_BODY_BYTES", "harden", "on_outage", "problem"]


_NOWHERE: Mapping[str, int] = MappingProxyType({})


def harden(app: FastAPI, *, public_url: str, roomy: Mapping[str, int] = _NOWHERE) -> None:
    """Give `app` its headers, limits, same-origin rule and error answers.

    `roomy` maps paths to how many bytes a request to them, or below, may have.
    """
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_invalid)
    for outage in (Outage, *OUTAGES):
        app.add_exception_handler(outage, on_outage)
    app.add_exception_handler(Exception, on_bug)
    app.add_middleware(Guard, public_url=public_url, roomy=roomy)
