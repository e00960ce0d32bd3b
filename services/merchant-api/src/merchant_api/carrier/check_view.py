"""A trial of an account as people see it: under way, or in plain words what came of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

from chassis.words import Words
from contracts.carriers import Environment

from merchant_api.carrier.account_store import StoredAccount
from merchant_api.carrier.check_store import Answer, Check

TRUSTED_FOR: Final = timedelta(minutes=1)
"""An answer comes in seconds; one that has not come in a minute may not come at all."""

GIVEN_UP_AFTER: Final = timedelta(minutes=10)
_SOON_S: Final = 1
_LATER_S: Final = 5

_KNOWN: Final = frozenset(
    {
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
    }
)
"""What labeler says to look at. A newer one may say more."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What the panel shows. `poll_s` is None once nothing more will come."""

    check_id: UUID
    state: Literal["pending", "slow", "ok", "refused", "unreachable"]
    about: str
    title: str
    text: str
    said: str = ""
    codes: str = ""
    poll_s: int | None = None
    can_keep: bool = False

    @property
    def is_awaited(self) -> bool:
        return self.poll_s is not None


@dataclass(frozen=True, slots=True)
class AccountView:
    """What is shown of an account that nobody here can open."""

    customer: str
    environment: str
    environment_code: Environment
    sealed: str


def account_view(account: StoredAccount, words: Words) -> AccountView:
    """Show which account it is, and no more."""
    return AccountView(
        customer=_masked(account.box.customer_ending, words),
        environment=_environment(account.box.environment, words),
        environment_code=account.box.environment,
        sealed=words.moment(account.sealed_at),
    )


def check_view(check: Check, words: Words, now: datetime) -> CheckView:
    """Show a trial as it stands `now`."""
    about = words(
        "check-about",
        customer=_masked(check.customer_ending, words),
        environment=_environment(check.environment, words),
    )
    if check.answer is not None:
        return _answered(check, check.answer, about, words)
    age = now - check.requested_at
    if age < TRUSTED_FOR:
        title, text = words("check-pending"), ""
        return CheckView(check.check_id, "pending", about, title, text, poll_s=_SOON_S)
    return CheckView(
        check.check_id,
        "slow",
        about,
        words("check-slow"),
        words("check-slow-explained"),
        poll_s=_LATER_S if age < GIVEN_UP_AFTER else None,
    )


def _answered(check: Check, answer: Answer, about: str, words: Words) -> CheckView:
    finding = answer.finding if answer.finding in _KNOWN else "other"
    if answer.outcome == "ok" and answer.finding not in _KNOWN:
        finding = "ok"
    return CheckView(
        check.check_id,
        answer.outcome,
        about,
        words(f"finding-{finding}"),
        words(f"finding-explained-{finding}"),
        said=words("check-said", text=answer.message) if answer.message else "",
        codes=", ".join(answer.codes),
        can_keep=check.is_kept_back,
    )


def _masked(ending: str, words: Words) -> str:
    return f"•••\N{NO-BREAK SPACE}{ending}" if ending else words("carrier-customer-hidden")


def _environment(environment: Environment, words: Words) -> str:
    return words(f"environment-{environment}")
