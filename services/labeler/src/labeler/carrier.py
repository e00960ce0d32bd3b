"""The way to the carrier on behalf of a merchant: its account, opened while it is used."""

from dataclasses import dataclass, field
from uuid import UUID

import httpx
import structlog
from chassis.db import Pool
from chassis.seal import SealBroken, unseal
from chassis.words import catalogue
from contracts.carriers import CarrierAccount, Environment
from contracts.values import Language

from labeler import account_store
from labeler.canada_post import Account, CanadaPost, Pace
from labeler.errors import AccountMissing, AccountUnusable, EnvironmentMissing

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Carrier:
    """The carrier's hosts, with the pace that all calls share and the key to the accounts.

    `test_http` is the host for accounts that are for tests; without it they are refused.
    """

    http: httpx.AsyncClient
    pace: Pace
    private_key: str = field(repr=False)
    timeout_s: float
    test_http: httpx.AsyncClient | None = None

    async def on_behalf_of(self, pool: Pool, merchant_id: UUID, language: Language) -> CanadaPost:
        """Open the merchant's account.

        Raises AccountMissing or AccountUnusable, both outages, and EnvironmentMissing.
        """
        sealed = await account_store.find_sealed(pool, merchant_id)
        if sealed is None:
            raise AccountMissing
        return self.with_account(sealed, merchant_id, language)[0]

    def with_account(
        self, sealed: str, merchant_id: UUID, language: Language
    ) -> tuple[CanadaPost, Account]:
        """Open an account of the merchant's. Raises AccountUnusable, EnvironmentMissing."""
        try:
            account, environment = _open(sealed, self.private_key)
        except (SealBroken, ValueError) as error:
            why = type(error).__name__
            log.warning("carrier account unusable", merchant_id=merchant_id, why=why)
            raise AccountUnusable from None  # the cause's text may quote what was in the box
        http = self.http if environment == "production" else self.test_http
        if http is None:
            raise EnvironmentMissing(catalogue(__package__)[language]("environment-missing"))
        post = CanadaPost(http, account, pace=self.pace, language=language, total_s=self.timeout_s)
        return post, account


def _open(sealed: str, private_key: str) -> tuple[Account, Environment]:
    opened = CarrierAccount.model_validate_json(unseal(sealed, private_key), extra="ignore")
    account = Account(
        api_user=opened.user,
        api_password=opened.password,
        customer_number=opened.customer_number,
        contract_id=opened.contract_id,
    )
    return account, opened.environment
