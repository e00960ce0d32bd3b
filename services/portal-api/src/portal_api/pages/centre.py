"""What a centre has to say beside the way to a return: its policy, its promise of privacy."""

from chassis.db import Pool
from contracts.centres import CentreConfigured
from fastapi import APIRouter, Request, Response

from portal_api.errors import CentreNotFound
from portal_api.pages.rendering import language_of, render
from portal_api.store.centres import find_centre
from portal_api.wiring import PoolDep

router = APIRouter(include_in_schema=False)


@router.get("/{slug}/politique")
async def show_policy(request: Request, slug: str, pool: PoolDep) -> Response:
    """Show the store's return policy as it is today."""
    centre = await get_centre(pool, slug)
    return render("policy.html", language_of(request), centre, policy=centre.policy, frozen=None)


@router.get("/{slug}/renseignements-personnels")
async def show_privacy(request: Request, slug: str, pool: PoolDep) -> Response:
    """Say what becomes of personal information, and whom to ask."""
    centre = await get_centre(pool, slug)
    return render("privacy.html", language_of(request), centre)


async def get_centre(pool: Pool, slug: str) -> CentreConfigured:
    """Return the centre of this address. Raises CentreNotFound."""
    centre = await find_centre(pool, slug)
    if centre is None:
        raise CentreNotFound
    return centre
