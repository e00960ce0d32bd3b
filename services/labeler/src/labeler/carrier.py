"""The way to the carrier on behalf of a merchant: its account, opened while it is used."""

from dataclasses import dataclass, field
from uuid import UUID

import httpx
import structlog
from chassis.db import Pool
from chassis.seal import SealBroken, unseal
from contracts.carriers import CarrierAccount
from contracts.values import Language

from labeler import account_store
from labeler.canada_post import Account, CanadaPost, Pace
from labeler.errors import AccountMissing, AccountUnusable

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Carrier:
    """One host of the carrier, with the pace that all calls share and the key to the accounts."""

    http: httpx.AsyncClient
    pace: Pace
    private_key: str = field(repr=False)
    timeout_s: float

    async def on_behalf_of(self, pool: Pool, merchant_id: UUID, language: Language) -> CanadaPost:
        """Open the merchant's account. Raises AccountMissing or AccountUnusable, both outages."""
        sealed = await account_store.find_sealed(pool, merchant_id)
        if sealed is None:
            raise AccountMissing
        try:
            account = _open(sealed, self.private_key)
        except (SealBroken, ValueError) as error:
            why = type(error).__name__
            log.warning("carrier account unusable", merchant_id=merchant_id, why=why)
            raise AccountUnusable from None  # the cause's text may quote what was in the box
        return CanadaPost(
            self.http, account, pace=self.pace, language=language, total_s=self.timeout_s
        )


def _open(sealed: str, private_key: str) -> Account:
    opened = CarrierAccount.model_validate_json(unseal(sealed, private_key), extra="ignore")
    return Account(
        api_user=opened.user,
        api_password=opened.password,
        customer_number=opened.customer_number,
        contract_id=opened.contract_id,
    )
