"""Paramètres: the way in."""

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from merchant_api.console.sections import SUBJECTS
from merchant_api.console.visiting import Owner

router = APIRouter()


@router.get("/parametres")
async def get_settings(_: Owner) -> Response:
    """Lead to the first subject."""
    return RedirectResponse(SUBJECTS[0].path, 303)
