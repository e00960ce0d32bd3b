"""Which program calls, by the bearer key it shows. Cookies open nothing here."""

from typing import Annotated

from fastapi import Depends, Response
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from merchant_api.actors import Program
from merchant_api.keys.errors import KeyRefused, ScopeMissing
from merchant_api.keys.open_with_key import note_use, open_with_key
from merchant_api.keys.scopes import Scope
from merchant_api.workplace import At

_bearer = HTTPBearer(
    auto_error=False, scheme_name="ApiKey", description="`rp_live_…`, as it was shown once."
)


async def _program(
    at: At,
    shown: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    response: Response,
) -> Program:
    response.headers["cache-control"] = "no-store"  # people's names, and true only now
    if shown is None:
        raise KeyRefused
    program = await open_with_key(at.pool, shown.credentials)
    await note_use(at.pool, program, now=at.now())
    return program


Caller = Annotated[Program, Depends(_program)]
"""Any program with a key."""


def _with(scope: Scope) -> object:
    async def allowed(caller: Caller) -> Program:
        if scope not in caller.scopes:
            raise ScopeMissing(scope)
        return caller

    return Depends(allowed)


ShipmentReader = Annotated[Program, _with("shipments:read")]
ShipmentWriter = Annotated[Program, _with("shipments:write")]
ReturnReader = Annotated[Program, _with("returns:read")]
ReturnDecider = Annotated[Program, _with("returns:decide")]
SettingsReader = Annotated[Program, _with("settings:read")]
SettingsWriter = Annotated[Program, _with("settings:write")]
