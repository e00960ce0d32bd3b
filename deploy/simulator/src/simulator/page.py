"""The simulator's own page: the labels sold, and a scanner for the parcels they are on."""

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from look import url
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from simulator.depot import Depot
from simulator.ledger import Sale
from simulator.parcels import STAGES, AlreadyFurther, Stage
from simulator.pins import in_fours
from simulator.places import EASTERN
from simulator.same_origin import is_same_origin
from simulator.services import SERVICES, Language
from simulator.words import catalogue

PAGE_SIZE = 50
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
# A state is told by an icon and a word; the tone only colours the icon.
LOOKS: dict[Stage, tuple[str, str]] = {
    "info": ("idle", "tag"),
    "accepted": ("ok", "circle-check"),
    "in_transit": ("move", "truck"),
    "out_for_delivery": ("move", "map-pin"),
    "delivered": ("ok", "package-check"),
}

_templates = Environment(
    loader=PackageLoader("simulator"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["look"] = url


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the page."""

    sale: Sale
    pin: str
    service: str
    sold_at: str
    stage: Stage
    tone: str
    icon: str
    next_stage: Stage | None


async def show_page(depot: Depot, request: Request) -> Response:
    """Show the newest labels, or those before a serial (`?before=`), in French or `?lang=en`."""
    language: Language = "en" if request.query_params.get("lang") == "en" else "fr"
    say = catalogue(language)
    sales = list(reversed(depot.ledger.sales()))
    before = request.query_params.get("before", "")
    shown = [s for s in sales if s.serial < int(before)] if before.isdecimal() else sales
    rows = [_row(depot, sale, language) for sale in shown[:PAGE_SIZE]]
    html = _templates.get_template("labels.html").render(
        language=language,
        other="fr" if language == "en" else "en",
        other_name=catalogue("fr" if language == "en" else "en")("language-name"),
        say=say,
        rows=rows,
        total=len(sales),
        is_newest=shown is sales,
        older_than=rows[-1].sale.serial if len(shown) > PAGE_SIZE else None,
    )
    return HTMLResponse(html, headers=PAGE_HEADERS)


async def show_label(depot: Depot, request: Request) -> Response:
    """Show the file that was sold with a PIN; this door is ours, not the carrier's."""
    sale = depot.ledger.find(request.path_params["pin"])
    if sale is None:
        return Response(status_code=404)
    kind = sale.artifact_media_type.rpartition("/")[2]
    headers = {"Content-Disposition": f'inline; filename="{sale.pin}.{kind}"'}
    artifact = depot.ledger.artifact(sale)
    return Response(artifact, headers=headers, media_type=sale.artifact_media_type)


async def scan_parcel(depot: Depot, request: Request) -> Response:
    """Scan a parcel at the stage `?to=`; answers a form with the page, a test with JSON."""
    if not is_same_origin(request, depot.settings.public_url):
        return JSONResponse({"error": "a form of another site"}, 403)
    pin, to = request.path_params["pin"], request.query_params.get("to")
    stage = next((stage for stage in STAGES if stage == to and stage != "info"), None)
    if stage is None:
        return JSONResponse({"error": f"to is one of {', '.join(STAGES[1:])}"}, 400)
    if depot.ledger.find(pin) is None:
        return JSONResponse({"error": "no label has this PIN"}, 404)
    try:
        depot.scans.scan(pin, stage, at=depot.now())
    except AlreadyFurther as further:
        if _wants_json(request):
            return JSONResponse({"error": f"the parcel is already {further.args[0]}"}, 409)
    if _wants_json(request):
        return JSONResponse({"pin": pin, "stage": depot.scans.stage(pin)})
    language = "?lang=en" if request.query_params.get("lang") == "en" else ""
    return RedirectResponse(f"/{language}#p{pin}", 303)


def _row(depot: Depot, sale: Sale, language: Language) -> Row:
    stage = depot.scans.stage(sale.pin)
    tone, icon = LOOKS[stage]
    return Row(
        sale=sale,
        pin=in_fours(sale.pin),
        service=SERVICES[sale.service_code].name(language),
        sold_at=catalogue(language)("sold-at", at=sale.at.astimezone(EASTERN)),
        stage=stage,
        tone=tone,
        icon=icon,
        next_stage=next(iter(STAGES[STAGES.index(stage) + 1 :]), None),
    )


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")
