"""Centres to try rules on."""

from contracts.values import PostalAddress, Words
from merchant_api.centre.centre_settings import CentreSettings


def an_address(*, name: str = "Réception Exemple") -> PostalAddress:
    return PostalAddress(
        name=name,
        line_1="1250, rue Exemple",
        city="Montréal",
        province="QC",
        postal_code="H2X1Y4",
    )


def a_centre() -> CentreSettings:
    """Make a centre as it is on its first day: nothing is set up."""
    return CentreSettings(
        slug="atelier-boreal",
        store_name="Atelier Boréal",
        legal_name="Atelier Boréal inc.",
        postal_address=an_address(),
        contact_email="bonjour@example.com",
        privacy_email="confidentialite@example.com",
        policy=Words(fr="Trente jours.", en="Thirty days."),
    )
