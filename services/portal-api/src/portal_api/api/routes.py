"""The JSON API: look a parcel up, ask for a return, follow it."""

import re
from collections.abc import Mapping
from typing import Annotated, Final, get_args

from contracts.values import Language
from fastapi import APIRouter, Path, Request, Response
from starlette.convertors import Convertor, register_url_convertor

from portal_api import typed
from portal_api.api import shapes
from portal_api.api.answers import created, lookup_result, return_status
from portal_api.cancel_return import cancel_return
from portal_api.drafts import Answers
from portal_api.errors import AnswersInvalid
from portal_api.files import send_file
from portal_api.find_parcel import find_parcel, lookup_mistakes
from portal_api.read_return import get_file, get_return
from portal_api.request_return import request_return
from portal_api.standing import FileName
from portal_api.wiring import BlobsDep, ClientNetwork, Now, PoolDep, SettingsDep


class _FileNames(Convertor[str]):
    """The names of files, so that no other word under a return is taken for one."""

    regex = "|".join(map(re.escape, get_args(FileName)))

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("file_name", _FileNames())

Slug = Annotated[str, Path(examples=["atelier-boreal"])]
Token = Annotated[str, Path(examples=["Jt0q8mC1vR5xY7bLd2wEuA"])]

_PROBLEM: Final = "application/problem+json"


def _problems(said: Mapping[int, str]) -> dict[int | str, dict[str, object]]:
    """Describe refusals by status, for the OpenAPI page."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": text, "content": {_PROBLEM: schema}}
        for status, text in said.items()
    }


router = APIRouter(
    prefix="/api/v1",
    responses=_problems(
        {400: "The body cannot be read", 422: "`invalid`: a value is not as it should be"}
    ),
)


@router.post(
    "/centres/{slug}/lookups",
    status_code=201,
    responses=_problems(
        {
            404: "`centre-not-found`; or `parcel-not-found`, alike for number and postal code",
            409: "`centre-closed`, `already-requested` (with `number`), `window-over`",
            422: "`invalid`: a field is malformed",
            429: "`too-many-tries`: see Retry-After",
        }
    ),
)
async def look_up(
    request: Request,
    slug: Slug,
    asked: shapes.LookupRequest,
    pool: PoolDep,
    settings: SettingsDep,
    network: ClientNetwork,
    now: Now,
) -> shapes.LookupResult:
    """Find a parcel by its tracking number and the postal code it was delivered to."""
    _answer_in(request, asked.language)
    tracking_number, postal_code = _read(asked)
    found = await find_parcel(
        pool,
        settings.limits,
        slug=slug,
        tracking_number=tracking_number,
        postal_code=postal_code,
        network=network,
        language=asked.language,
        now=now,
    )
    return lookup_result(found)


@router.post(
    "/returns",
    status_code=201,
    responses={
        200: {"description": "This draft was sent before", "model": shapes.ReturnCreated},
        **_problems(
            {
                404: "`draft-not-found`: unknown, or older than 24 hours",
                409: "`already-requested` (with `number`), `centre-closed`, `window-over`",
                422: "`invalid`: what is wrong with which answer",
            }
        ),
    },
)
async def ask_for_return(
    request: Request,
    response: Response,
    asked: shapes.ReturnRequest,
    pool: PoolDep,
    settings: SettingsDep,
    now: Now,
) -> shapes.ReturnCreated:
    """Send a draft. Sent again, it gives the same return: repeating a lost request is safe."""
    _answer_in(request, asked.language)
    answers = Answers(
        language=asked.language,
        reasons=asked.reasons,
        comment=asked.comment or "",
        method=asked.method,
        email=asked.email,
    )
    requested = await request_return(pool, settings.reply_line, asked.draft, answers, now=now)
    if not requested.is_new:
        response.status_code = 200
    return created(requested, settings.public_url)


@router.get("/returns/{token}", responses=_problems({404: "`return-not-found`"}))
async def follow_return(
    response: Response, token: Token, pool: PoolDep, settings: SettingsDep, now: Now
) -> shapes.ReturnStatus:
    """Tell where a return stands. May be asked every two seconds while something is awaited."""
    response.headers["Cache-Control"] = "private, no-store"
    standing = await get_return(pool, token)
    return return_status(standing, token, settings.public_url, now=now)


@router.post(
    "/returns/{token}/cancel",
    responses=_problems(
        {404: "`return-not-found`", 409: "`too-late`: a carrier has the parcel, or it is over"}
    ),
)
async def cancel(
    response: Response, token: Token, pool: PoolDep, settings: SettingsDep, now: Now
) -> shapes.ReturnStatus:
    """Call the return off. Called off before, it stays so: repeating is safe."""
    response.headers["Cache-Control"] = "private, no-store"
    await cancel_return(pool, settings.reply_line, token, now=now)
    standing = await get_return(pool, token)
    return return_status(standing, token, settings.public_url, now=now)


@router.get(
    "/returns/{token}/{name:file_name}",
    response_class=Response,
    responses={
        200: {
            "description": "The file as it was stored",
            "content": {"application/pdf": {}, "image/png": {}, "image/svg+xml": {}},
        },
        **_problems({404: "`return-not-found`: no such return, or no label yet"}),
    },
)
async def download(token: Token, name: FileName, pool: PoolDep, blobs: BlobsDep) -> Response:
    """Download the label (PDF) or the code (PNG, SVG)."""
    file = await get_file(pool, blobs, token, name)
    return send_file(file, name, file.standing.language)


def _answer_in(request: Request, language: Language) -> None:
    request.state.language = language


def _read(asked: shapes.LookupRequest) -> tuple[str, str]:
    tracking_number = typed.tracking_number(asked.tracking_number)
    postal_code = typed.postal_code(asked.postal_code)
    if tracking_number is None or postal_code is None:
        raise AnswersInvalid(lookup_mistakes(asked.tracking_number, asked.postal_code))
    return tracking_number, postal_code
