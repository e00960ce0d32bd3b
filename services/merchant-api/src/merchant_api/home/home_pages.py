"""Accueil: the way to an open centre, then today's numbers."""

from fastapi import APIRouter, Request, Response

from merchant_api.centre.read_centre import StandingCentre, read_centre
from merchant_api.console.shell import console_page
from merchant_api.console.visiting import Guest
from merchant_api.console.words import words_of
from merchant_api.home import trial_store
from merchant_api.home.checklist import Step, count_done, steps_of
from merchant_api.home.figures import figures_of, headline_of
from merchant_api.home.today_store import Today, read_today
from merchant_api.workplace import At

router = APIRouter()


@router.get("/")
async def get_home(request: Request, at: At, visitor: Guest) -> Response:
    """Show an owner what remains to be set up; and everybody, once there are any, the numbers."""
    centre = await read_centre(at.pool, visitor.merchant_id)
    today = await read_today(at.pool, visitor.merchant_id)
    words = words_of(visitor.language)
    is_owner = visitor.role == "owner"
    steps: tuple[Step, ...] = ()
    if is_owner and _is_beginning(centre, today):
        is_tried = await trial_store.is_tried(at.pool, visitor.merchant_id)
        steps = steps_of(centre, is_tried=is_tried, words=words)
    has_figures = today.is_first_return_asked or not steps
    return await console_page(
        request,
        at,
        visitor,
        "home/accueil.html",
        steps=steps,
        done=count_done(steps),
        standing=centre.standing,
        headline=headline_of(today, words),
        figures=figures_of(today, centre.settings, words, at.now()) if has_figures else (),
        portal_address=centre.address_on(at.portal_url) if is_owner else "",
    )


def _is_beginning(centre: StandingCentre, today: Today) -> bool:
    """Tell whether the list of steps still helps: nothing can or did come in yet."""
    return centre.standing == "not_ready" or not today.is_first_return_asked
