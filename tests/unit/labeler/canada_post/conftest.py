"""What the tests of the carrier's client share: golden documents and honest inputs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from labeler.canada_post import (
    Account,
    Address,
    Dimensions,
    MailingScenario,
    Parcel,
    ReturnOrder,
)

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def golden() -> Callable[[str], bytes]:
    """A document with the carrier's documented sample values, by its root's name."""
    return lambda name: (GOLDEN / f"{name}.xml").read_bytes()


@pytest.fixture(scope="session")
def account() -> Account:
    return Account("an-api-user", "a-password", "7023210", "42708517")


@pytest.fixture(scope="session")
def parcel() -> Parcel:
    return Parcel(1_380, Dimensions(length_mm=330, width_mm=165, height_mm=130))


@pytest.fixture(scope="session")
def scenario(parcel: Parcel) -> MailingScenario:
    return MailingScenario(
        origin_postal_code="j1h 1a1",
        destination_postal_code="H2X-1Y4",
        parcel=parcel,
        service_codes=("DOM.EP", "DOM.XP"),
        expected_mailing_on=date(2026, 12, 1),
    )


@pytest.fixture(scope="session")
def order(parcel: Parcel) -> ReturnOrder:
    shopper = Address(
        name="Camille  Exemple ",
        line_1="100 rue de l'Essai",
        line_2="app.\t2",
        city="Sherbrooke",
        province="QC",
        postal_code="j1h 1a1",
        company="",
    )
    shop = Address(
        name="Service des retours",
        company="Atelier Boréal & fils",
        line_1="1 avenue du Modèle",
        line_2=" ",
        city="Montréal",
        province="qc",
        postal_code="H2X 1Y4",
    )
    return ReturnOrder(
        service_code="DOM.EP",
        returner=shopper,
        receiver=shop,
        reference="RV-2841-6K",
        parcel=parcel,
    )


@pytest.fixture(scope="session")
def order_from(order: ReturnOrder) -> Callable[..., ReturnOrder]:
    """The order, with parts of the returner's address replaced."""

    def build(**parts: str) -> ReturnOrder:
        return replace(order, returner=replace(order.returner, **parts))

    return build
