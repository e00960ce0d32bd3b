"""The two HTTP APIs as they describe themselves; nothing runs behind them."""

from base64 import b64encode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from chassis.blobs import Blobs
from chassis.db import Pool
from chassis.health import Health
from fastapi import FastAPI
from merchant_api import app as merchant
from merchant_api.settings import Settings as MerchantSettings
from portal_api.settings import Settings as PortalSettings
from portal_api.web import make_app
from portal_api.wiring import Parts

KEY = b64encode(bytes(32)).decode()
PLACES = {
    "database_url": "postgresql://unused",
    "kafka_bootstrap_servers": "127.0.0.1:9",
}
NOBODY = cast("Pool", None)  # no request is made

Document = dict[str, Any]  # what JSON holds has no narrower type


def _portal(folder: Path) -> FastAPI:
    settings = PortalSettings.model_validate(
        {**PLACES, "blob_url": "file:///unused", "notifier_public_key": KEY}
    )
    parts = Parts(NOBODY, Blobs(folder.as_uri()), settings, lambda: datetime.now(UTC))
    return make_app(parts, Health())


def merchant_app(_: Path) -> FastAPI:
    settings = MerchantSettings.model_validate(
        {**PLACES, "blob_url": "memory:///", "labeler_public_key": KEY, "notifier_public_key": KEY}
    )
    return merchant.make_app(settings, NOBODY, Health())


@pytest.fixture(params=[_portal, merchant_app], ids=["portal-api", "merchant-api"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    app: FastAPI = request.param(tmp_path)
    described: Document = app.openapi()
    return described
