"""What an answer to a trial says: which field a merchant has to look at."""

from datetime import UTC, datetime

import pytest
from chassis.errors import Outage
from chassis.ids import new_id
from contracts.checks import CarrierCheckRequested
from labeler import checks
from labeler.canada_post import Account, CarrierRefused, CarrierThrottled, CarrierUnavailable
from labeler.errors import AccountUnusable, EnvironmentMissing

NOON = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
REQUESTED = CarrierCheckRequested(
    check_id=new_id(),
    merchant_id=new_id(),
    carrier="canada_post",
    sealed="c2VhbGVk",
    origin_postal_code="K1A0B1",
    destination_postal_code="H2X1Y4",
    language="fr",
    requested_at=NOON,
)


def _refused(*codes: str, status: int = 403) -> CarrierRefused:
    return CarrierRefused(codes, tuple(f"words of {code}" for code in codes), status=status)


def _told(answer: checks.Answer) -> tuple[str, str | None]:
    event = checks.conclude(REQUESTED, answer, NOON)
    return event.outcome, event.finding


@pytest.mark.parametrize(
    ("refused", "finding"),
    [
        (_refused("E002", status=401), "credentials"),
        (CarrierRefused(status=401), "credentials"),
        (_refused("AA001"), "key_inactive"),
        (_refused("AA002"), "environment"),
        (_refused("AA003"), "customer_number"),
        (_refused("AA007"), "platform"),
        (_refused("2500", "1702", status=400), "customer_number"),
        (_refused("1702", status=400), "contract"),
        (_refused("9999", "1702", status=400), "contract"),
        (_refused("9999", status=400), "other"),
        (CarrierRefused(status=403), "other"),
        (EnvironmentMissing("No test host."), "environment_missing"),
    ],
)
def test_a_refusal_points_to_what_has_to_be_looked_at(
    refused: CarrierRefused, finding: str
) -> None:
    assert _told(refused) == ("refused", finding)


def test_an_account_that_does_not_open_has_to_be_typed_again() -> None:
    assert _told(AccountUnusable()) == ("refused", "unreadable")


@pytest.mark.parametrize(
    ("outage", "finding"),
    [
        (CarrierThrottled(cause="paused", retry_after_s=60), "throttled"),
        (CarrierUnavailable(cause="no connection"), "no_answer"),
    ],
)
def test_a_carrier_that_does_not_answer_judges_no_account(outage: Outage, finding: str) -> None:
    assert _told(outage) == ("unreachable", finding)


def test_an_account_without_a_contract_works_and_is_told_what_it_lacks() -> None:
    assert _told(Account("user", "password", "42", "7")) == ("ok", None)
    assert _told(Account("user", "password", "42")) == ("ok", "no_contract")


def test_the_carriers_own_codes_and_words_are_passed_on() -> None:
    event = checks.conclude(REQUESTED, _refused("2500", "1702"), NOON)

    assert event.codes == ("2500", "1702")
    assert event.message == "words of 2500 words of 1702"
