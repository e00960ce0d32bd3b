"""Saving the view that is open under a name, and forgetting one."""

from typing import Annotated
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response
from starlette.responses import RedirectResponse

from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.queue.view import View
from merchant_api.views.errors import NameMissing, NameTaken, TooManyViews
from merchant_api.views.saved_views import delete_view, save_view
from merchant_api.workplace import At

router = APIRouter(prefix="/retours/vues")

_FAULTS = {
    NameMissing: "view-name-missing",
    NameTaken: "view-name-taken",
    TooManyViews: "view-too-many",
}


@router.post("")
async def post_view(
    request: Request,
    at: At,
    visitor: Guest,
    nom: Annotated[str, Form(max_length=200)] = "",
    vue: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Save the view, and show it; or say what is wrong with its name."""
    view = View.read(dict(parse_qsl(vue)))
    try:
        await save_view(at.pool, visitor.merchant_id, nom, view, actor=visitor.actor, now=at.now())
    except (NameMissing, NameTaken, TooManyViews) as error:
        fault = words_of(visitor.language)(_FAULTS[type(error)])
        return await console_page(
            request,
            at,
            visitor,
            "queue/vue.html",
            status=422,
            view=view,
            typed=nom,
            errors={"nom": fault},
        )
    return RedirectResponse(view.url(avis="vue-enregistree"), 303)


@router.post("/{view_id}/supprimer")
async def post_deletion(
    at: At, visitor: Guest, view_id: UUID, vue: Annotated[str, Form(max_length=2000)] = ""
) -> Response:
    """Forget a view of one's own; an owner may forget any."""
    await delete_view(
        at.pool,
        visitor.merchant_id,
        view_id,
        actor=visitor.actor,
        is_owner=visitor.role == "owner",
        now=at.now(),
    )
    return RedirectResponse(View.read(dict(parse_qsl(vue))).url(avis="vue-supprimee"), 303)
