"""A carrier to talk to over a real socket."""

import random
import socket
from collections.abc import Callable

import pytest
from labeler.canada_post import Address, Dimensions, Pace, Parcel, ReturnOrder


@pytest.fixture(scope="session")
def find_port() -> Callable[[], int]:
    """Finds a port below the kernel's own range on which nobody listens."""
    return _find_port


@pytest.fixture
def free_port() -> int:
    return _find_port()


@pytest.fixture
def fast() -> Pace:
    """The pace of a test, which need not be polite."""
    return Pace(calls_per_s=10_000, burst=1_000, gap_s=0)


@pytest.fixture
def order() -> ReturnOrder:
    shopper = Address("Camille Exemple", "100 rue de l'Essai", "Sherbrooke", "QC", "J1H 1A1")
    shop = Address("Service des retours", "1 avenue du Modèle", "Montréal", "QC", "H2X 1Y4")
    parcel = Parcel(1_380, Dimensions(length_mm=330, width_mm=165, height_mm=130))
    return ReturnOrder("DOM.EP", shopper, shop, reference="RV-2841-6K", parcel=parcel)


def _find_port() -> int:
    for port in random.sample(range(15_000, 32_000), 100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    pytest.fail("no free port")
