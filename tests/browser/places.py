"""Every page of the console that has an address of its own, read from the routes."""

import tempfile
from pathlib import Path
from typing import Final

from tests.contract.apis.conftest import merchant_app
from tests.integration.merchant_api.edge import routes

# Streams and files are no pages; the others are walked past by name, in their states.
_OTHERS: Final = frozenset(
    {
        "/connexion",
        "/retours",
        "/livez",
        "/readyz",
        "/mot-de-passe/oublie",
        "/compte/mot-de-passe",
        "/parametres/equipe/inviter",
    }
)
_FORMS: Final = (
    "/parametres/adresses/nouvelle",
    "/parametres/colis/nouveau",
    "/parametres/equipe",
    "/compte",
    "/envois/ajouter",
    "/envois/importer",
)
"""Pages whose form is looked at with its mistakes as well: nothing is filled in."""


def console_places() -> list[str]:
    """List the pages, in the order of the table of routes."""
    with tempfile.TemporaryDirectory() as folder:
        app = merchant_app(Path(folder))
    return [
        path
        for method, path in routes(app)
        if method == "GET"
        and "{" not in path
        and not path.startswith("/api/")
        and path not in _OTHERS
        and not path.endswith((".csv", ".css", "/flux", "/retours/nouvelles", "/couleur"))
    ]


def forms() -> list[str]:
    """List the pages whose empty form is sent."""
    return [path for path in console_places() if path in _FORMS]
