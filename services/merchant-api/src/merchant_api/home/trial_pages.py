"""Retour d’essai: the whole way of a customer, gone by the merchant."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from merchant_api.actors import Visitor
from merchant_api.centre.errors import AddressMissing
from merchant_api.centre.read_centre import StandingCentre, read_centre
from merchant_api.console.rendering import PRIVATE
from merchant_api.console.shell import console_page, see_other
from merchant_api.console.visiting import Owner
from merchant_api.home.begin_trial import begin_trial
from merchant_api.home.checklist import TRIAL
from merchant_api.home.trial_store import Trial, find_trial
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix=TRIAL)

_UNCHANGED = 204


@router.get("")
async def get_trial(request: Request, at: At, visitor: Owner, vu: str = "") -> Response:
    """Show where the trial stands; nothing, if what the page has seen (`vu`) still holds."""
    centre = await read_centre(at.pool, visitor.merchant_id)
    trial = await find_trial(at.pool, visitor.merchant_id)
    if vu and vu == _stamp(centre, trial):
        return Response(status_code=_UNCHANGED, headers=PRIVATE)
    return await console_page(
        request,
        at,
        visitor,
        "home/essai.html",
        standing=centre.standing,
        trial=trial,
        email=visitor.email,
        stamp=_stamp(centre, trial),
        portal_url=portal_url_of(at, centre, trial, visitor) if trial else "",
    )


@router.post("")
async def post_trial(at: At, visitor: Owner) -> Response:
    """Make the shipment up."""
    try:
        await begin_trial(
            at.pool,
            visitor.merchant_id,
            visitor.email,
            visitor.language,
            actor=visitor.actor,
            now=at.now(),
        )
    except AddressMissing:
        return see_other("/parametres/adresses")
    return see_other(TRIAL)


def portal_url_of(at: Workplace, centre: StandingCentre, trial: Trial, visitor: Visitor) -> str:
    """Return the portal's address with number and postal code filled in."""
    query = {"colis": trial.tracking_number, "code": trial.postal_code, "lang": visitor.language}
    return f"{centre.address_on(at.portal_url)}?{urlencode(query)}"


def _stamp(centre: StandingCentre, trial: Trial | None) -> str:
    told = f"{trial.tracking_number}.{trial.number or ''}" if trial else ""
    return f"{centre.standing}.{told}"
