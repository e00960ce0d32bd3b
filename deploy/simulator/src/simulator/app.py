"""The simulator put together: the carrier's paths, our own page, and the tests' doors."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files

import look
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from simulator.artifacts import answer_artifact, answer_public_label
from simulator.authorized_return import answer_authorized_return
from simulator.depot import Depot
from simulator.gate import carrier_route
from simulator.page import scan_parcel, show_label, show_page
from simulator.rating import answer_rates
from simulator.tracking import answer_detail, answer_summary
from simulator.witness import (
    clear_faults,
    order_fault,
    show_faults,
    show_ledger,
    tell_live,
    tell_ready,
)

Own = Callable[[Depot, Request], Awaitable[Response]]


def create_app(depot: Depot) -> Starlette:
    """Put the application over a depot, which it closes when it ends."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        depot.close()

    app = Starlette(lifespan=lifespan)
    look.mount(app)
    app.router.routes.extend([*_carrier_routes(depot), *_own_routes(depot)])
    return app


def _carrier_routes(depot: Depot) -> list[BaseRoute]:
    returns = "/rs/{mailed_by}/{on_behalf_of}/authorizedreturn"
    artifact = "/rs/artifact/{api_user}/{artifact_id}/{page:int}"
    tracking = "/vis/track/pin/{pin}"
    return [
        carrier_route("/rs/ship/price", "price", answer_rates, depot, method="POST"),
        carrier_route(returns, "authorizedreturn", answer_authorized_return, depot, method="POST"),
        carrier_route(artifact, "artifact", answer_artifact, depot, method="GET"),
        carrier_route(f"{tracking}/summary", "tracking", answer_summary, depot, method="GET"),
        carrier_route(f"{tracking}/detail", "tracking", answer_detail, depot, method="GET"),
        carrier_route("/r/{token}", "label", answer_public_label, depot, method="GET"),
    ]


def _own_routes(depot: Depot) -> list[BaseRoute]:
    def own(path: str, answer: Own, method: str = "GET") -> Route:
        return Route(path, partial(answer, depot), methods=[method])

    return [
        own("/", show_page),
        own("/parcels.css", _show_style),
        own("/parcels/{pin}/label", show_label),
        own("/parcels/{pin}/scan", scan_parcel, "POST"),
        own("/ledger", show_ledger),
        own("/faults", show_faults),
        own("/faults", order_fault, "POST"),
        own("/faults", clear_faults, "DELETE"),
        own("/livez", tell_live),
        own("/readyz", tell_ready),
    ]


async def _show_style(_depot: Depot, _request: Request) -> Response:
    style = (files("simulator") / "static" / "parcels.css").read_bytes()
    return Response(style, headers={"Cache-Control": "no-cache"}, media_type="text/css")
