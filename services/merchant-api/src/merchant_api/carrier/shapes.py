"""What the API says of carrier accounts and their trials: the shapes of its JSON."""

from datetime import datetime
from typing import Final, Literal, Self
from uuid import UUID

from contracts.carriers import CarrierAccount, Environment
from contracts.values import Language
from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

from merchant_api.carrier.account_store import StoredAccount
from merchant_api.carrier.check_store import Check

ACCOUNT: Final[JsonDict] = {
    "user": "example-user",
    "password": "example-password",
    "customer_number": "0001234567",
    "contract_id": "0042000000",
    "environment": "production",
}


class AccountOut(BaseModel):
    """Which account is saved: what it holds is sealed."""

    carrier: Literal["canada_post"]
    customer_number_ending: str = Field(examples=["567"])
    environment: Environment
    sealed_at: datetime

    @classmethod
    def of(cls, account: StoredAccount) -> Self:
        return cls(
            carrier="canada_post",
            customer_number_ending=account.box.customer_ending,
            environment=account.box.environment,
            sealed_at=account.sealed_at,
        )


class CheckIn(BaseModel):
    """What to check: `account`, which is not saved by it, or else the saved one."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"account": ACCOUNT, "language": "en"}]}
    )

    account: CarrierAccount | None = None
    language: Language = "fr"


class CheckAsked(BaseModel):
    """A check that is under way: read it in a second."""

    check_id: UUID


class CheckOut(BaseModel):
    """What came of a check.

    `finding` says what to look at: `credentials`, `key_inactive`, `environment`,
    `customer_number`, `contract`, `platform`, `environment_missing`, `unreadable` (put the account
    again), `throttled`, `no_answer`, `other`; with an account that works, `no_contract`. Others
    may come to be.
    """

    check_id: UUID
    status: Literal["pending", "ok", "refused", "unreachable"]
    finding: str | None = Field(examples=["credentials"])
    codes: tuple[str, ...] = Field(examples=[["E002"]])
    message: str = Field(examples=["AAA Authentication Failure"])
    """The carrier's own words."""
    requested_at: datetime
    checked_at: datetime | None

    @classmethod
    def of(cls, check: Check) -> Self:
        answer = check.answer
        return cls(
            check_id=check.check_id,
            status=answer.outcome if answer else "pending",
            finding=answer.finding if answer else None,
            codes=answer.codes if answer else (),
            message=answer.message if answer else "",
            requested_at=check.requested_at,
            checked_at=answer.checked_at if answer else None,
        )
