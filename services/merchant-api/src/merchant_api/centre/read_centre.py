"""How a centre stands: its settings, what is missing, whether customers are let in."""

from dataclasses import dataclass
from uuid import UUID

from chassis.db import Pool

from merchant_api.carrier import account_store
from merchant_api.centre import centre_store
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.readiness import Missing, Standing, missing_of, standing_of


@dataclass(frozen=True, slots=True)
class StandingCentre:
    """The settings in force, and what follows from them."""

    settings: CentreSettings
    missing: tuple[Missing, ...]
    standing: Standing

    def address_on(self, portal_url: str) -> str:
        """Return where customers find it."""
        return f"{portal_url}/{self.settings.slug}/"


async def read_centre(pool: Pool, merchant_id: UUID) -> StandingCentre:
    """Read the settings and what is missing. Raises LookupError."""
    settings = await centre_store.get_settings(pool, merchant_id)
    has_account = await account_store.find_account(pool, merchant_id) is not None
    return StandingCentre(
        settings,
        missing_of(settings, has_account=has_account),
        standing_of(settings, has_account=has_account),
    )
