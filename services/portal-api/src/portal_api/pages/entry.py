"""Where the way to a return begins: the address of a centre, its policy, its promise of privacy."""

from collections.abc import Sequence
from typing import Annotated, Literal

from chassis.words import Language
from contracts.centres import CentreConfigured
from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from portal_api import typed
from portal_api.clock import minutes
from portal_api.errors import CentreNotFound, Mistake, ParcelNotFound, TooManyTries
from portal_api.find_parcel import find_parcel, lookup_mistakes
from portal_api.pages.centre import get_centre
from portal_api.pages.forms import ParcelForm
from portal_api.pages.rendering import language_named, language_of, render
from portal_api.store.centres import find_only_slug
from portal_api.wiring import ClientNetwork, Now, PoolDep, SettingsDep

router = APIRouter(include_in_schema=False)


@router.get("/")
async def show_home(pool: PoolDep) -> Response:
    """Lead to the centre if there is but one."""
    slug = await find_only_slug(pool)
    if slug is None:
        raise CentreNotFound
    return RedirectResponse(f"/{slug}/", 303)


@router.get("/{slug}")
async def add_slash(slug: str, pool: PoolDep) -> Response:
    """Mend an address that was typed without its last sign."""
    centre = await get_centre(pool, slug)
    return RedirectResponse(f"/{centre.slug}/", 308)


@router.get("/{slug}/")
async def show_parcel_form(
    request: Request,
    slug: str,
    pool: PoolDep,
    colis: str = "",
    code: str = "",
    numero: str = "",
) -> Response:
    """Ask which parcel. A link may bring number and postal code along; it never sends the form."""
    centre = await get_centre(pool, slug)
    language = language_of(request)
    if not centre.is_open:
        return render("closed.html", language, centre, draft=None)
    brought = ParcelForm(
        tracking_number=typed.kept(colis or numero)[:100], postal_code=typed.kept(code)[:30]
    )
    return _parcel_page(centre, language, brought)


@router.post("/{slug}/")
async def look_parcel_up(
    request: Request,
    slug: str,
    form: Annotated[ParcelForm, Form()],
    pool: PoolDep,
    settings: SettingsDep,
    network: ClientNetwork,
    now: Now,
) -> Response:
    """Find the parcel and go on; or say what to mend, with everything still in its place."""
    language = request.state.language = language_named(form.language)
    number, code = typed.tracking_number(form.tracking_number), typed.postal_code(form.postal_code)
    if form.switch:
        return _parcel_page(await get_centre(pool, slug), language, form)
    if number is None or code is None:
        mistakes = lookup_mistakes(form.tracking_number, form.postal_code)
        centre = await get_centre(pool, slug)
        return _parcel_page(centre, language, form, mistakes=mistakes, status=422)
    try:
        found = await find_parcel(
            pool,
            settings.limits,
            slug=slug,
            tracking_number=number,
            postal_code=code,
            network=network,
            language=language,
            now=now,
        )
    except ParcelNotFound:
        centre = await get_centre(pool, slug)
        return _parcel_page(centre, language, form, alert="not-found", status=404)
    except TooManyTries as refusal:
        centre = await get_centre(pool, slug)
        return _parcel_page(centre, language, form, alert="too-many", refusal=refusal, status=429)
    return RedirectResponse(f"/{slug}/demande/{found.secret}/motif", 303)


def _parcel_page(
    centre: CentreConfigured,
    language: Language,
    form: ParcelForm,
    *,
    mistakes: Sequence[Mistake] = (),
    alert: Literal["not-found", "too-many"] | None = None,
    refusal: TooManyTries | None = None,
    status: int = 200,
) -> Response:
    return render(
        "parcel.html",
        language,
        centre,
        status=status,
        headers={"Retry-After": str(refusal.retry_after_s)} if refusal else None,
        form=form,
        mistakes=mistakes,
        alert=alert,
        wait_minutes=minutes(refusal.retry_after_s) if refusal else 0,
    )
