"""No route of the API is left out where it is written what a key needs for it."""

from typing import cast

from chassis.db import Pool

from tests.integration.merchant_api.edge import an_app, routes
from tests.integration.merchant_api.test_scopes import NEEDS


def test_of_every_route_it_is_written_what_it_needs() -> None:
    app = an_app(cast("Pool", None))  # no request is made

    there = {f"{method} {path}" for method, path in routes(app) if path.startswith("/api/")}

    assert there == set(NEEDS), "write it into tests/integration/merchant_api/test_scopes.py"
