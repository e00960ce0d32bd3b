"""What an answer to a trial of an account says: whether it works, or what to look at."""

from datetime import datetime
from http import HTTPStatus
from typing import Final, Literal, TypeAlias

from chassis.errors import Outage
from contracts.checks import CarrierChecked, CarrierCheckRequested, CheckOutcome

from labeler.canada_post import (
    Account,
    CarrierRefused,
    CarrierThrottled,
    Dimensions,
    MailingScenario,
    Parcel,
)
from labeler.errors import AccountUnusable, EnvironmentMissing

Finding = Literal[
    "credentials",
    "key_inactive",
    "environment",
    "customer_number",
    "contract",
    "platform",
    "no_contract",
    "environment_missing",
    "unreadable",
    "throttled",
    "no_answer",
    "other",
]
"""What a merchant has to look at. `no_contract` comes with accounts that do work."""

Answer: TypeAlias = Account | CarrierRefused | Outage
"""The account that got its prices, or why there were none."""

# The first that the carrier names decides: it looks at the key first. Source: Canada Post REST,
# error table (read 2026-11). 2500 to 2550 are of the customer and those who may mail for them.
_FINDINGS: Final[dict[str, Finding]] = {
    "E002": "credentials",
    "AA001": "key_inactive",
    "AA002": "environment",
    "AA003": "customer_number",
    "AA004": "customer_number",
    **dict.fromkeys([f"AA{number:03d}" for number in range(5, 11)], "platform"),
    "2500": "customer_number",
    "2506": "customer_number",
    "2550": "customer_number",
    "9113": "customer_number",
    "1702": "contract",
}

# A parcel that every service takes. Its sides are told because some contracts demand them (9162).
_PARCEL: Final = Parcel(1_000, Dimensions(length_mm=300, width_mm=200, height_mm=100))


def scenario(requested: CarrierCheckRequested) -> MailingScenario:
    """Return what to ask a price for: any service would do."""
    return MailingScenario(
        origin_postal_code=requested.origin_postal_code,
        destination_postal_code=requested.destination_postal_code,
        parcel=_PARCEL,
    )


def conclude(requested: CarrierCheckRequested, answer: Answer, now: datetime) -> CarrierChecked:
    """Turn `answer` into what is announced."""
    outcome, finding = _judge(answer)
    refused = answer if isinstance(answer, CarrierRefused) else CarrierRefused()
    return CarrierChecked(
        check_id=requested.check_id,
        merchant_id=requested.merchant_id,
        outcome=outcome,
        finding=finding,
        codes=refused.codes,
        message=" ".join(text for text in refused.descriptions if text),
        checked_at=now,
    )


def _judge(answer: Answer) -> tuple[CheckOutcome, Finding | None]:
    match answer:
        case Account():
            return "ok", None if answer.contract_id else "no_contract"
        case EnvironmentMissing():
            return "refused", "environment_missing"
        case CarrierRefused():
            return "refused", _finding(answer)
        case AccountUnusable():
            return "refused", "unreadable"
        case CarrierThrottled():
            return "unreachable", "throttled"
        case _:
            return "unreachable", "no_answer"


def _finding(refused: CarrierRefused) -> Finding:
    known = [_FINDINGS[code] for code in refused.codes if code in _FINDINGS]
    if known:
        return known[0]
    return "credentials" if refused.status == HTTPStatus.UNAUTHORIZED else "other"
