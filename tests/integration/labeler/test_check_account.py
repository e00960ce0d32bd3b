"""Accounts tried at the carrier: said in words what is wrong, and never bought anything."""

from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest
from chassis.ids import new_id
from chassis.seal import seal
from contracts.carriers import CarrierAccount, CarrierAccountSealed
from contracts.checks import CarrierCheckRequested
from labeler.check_account import check_account
from labeler.clock import utc_now
from labeler.estimate_cost import estimate_cost
from simulator.settings import DEMO_ACCOUNT

from tests.integration.labeler.conftest import (
    MERCHANT,
    PUBLIC_KEY,
    Desk,
    Simulator,
    an_approval,
    an_enquiry,
)

DEMO = CarrierAccount(
    user=DEMO_ACCOUNT.user,
    password=DEMO_ACCOUNT.password,
    customer_number=DEMO_ACCOUNT.customer_number,
    contract_id=DEMO_ACCOUNT.contract_id,
)


def _sealed(account: CarrierAccount) -> str:
    return seal(account.model_dump_json().encode(), PUBLIC_KEY)


async def _try(desk: Desk, account: CarrierAccount | str, *, times: int = 1) -> dict[str, object]:
    """Try an account, or a box; return what is announced."""
    requested = CarrierCheckRequested(
        check_id=new_id(),
        merchant_id=MERCHANT,
        carrier="canada_post",
        sealed=account if isinstance(account, str) else _sealed(account),
        origin_postal_code="K1A0B1",
        destination_postal_code="H2X1Y4",
        language="fr",
        requested_at=datetime.now(UTC),
    )
    await desk.stage(requested, requested)
    for _ in range(times):
        await check_account(desk.pool, desk.carrier, requested.check_id, clock=utc_now)
    [(kind, body)] = await desk.announced()
    assert kind == "renvoi.carrier-checked.v1"
    return body


async def test_a_right_account_is_told_so_once(desk: Desk) -> None:
    told = await _try(desk, DEMO, times=2)

    assert (told["outcome"], told["finding"], told["codes"]) == ("ok", None, [])


@pytest.mark.parametrize(
    ("changes", "finding", "codes"),
    [
        ({"password": "wrong"}, "credentials", ["E002"]),
        ({"user": "nobody"}, "credentials", ["E002"]),
        ({"customer_number": "43"}, "customer_number", ["2500"]),
        ({"contract_id": "8"}, "contract", ["1702"]),
    ],
)
async def test_a_wrong_field_is_found(
    desk: Desk, changes: dict[str, str], finding: str, codes: list[str]
) -> None:
    told = await _try(desk, DEMO.model_copy(update=changes))

    assert (told["outcome"], told["finding"], told["codes"]) == ("refused", finding, codes)
    assert told["message"], "the carrier's own words"


async def test_an_account_for_tests_goes_to_the_test_host_alone(desk: Desk) -> None:
    account = DEMO.model_copy(update={"environment": "test"})
    async with httpx.AsyncClient(base_url="http://127.0.0.1:9") as nobody:
        carrier = replace(desk.carrier, http=nobody, test_http=desk.carrier.http)

        told = await _try(replace(desk, carrier=carrier), account)

    assert told["outcome"] == "ok"


async def test_without_a_test_host_such_an_account_is_refused_in_words(desk: Desk) -> None:
    told = await _try(desk, DEMO.model_copy(update={"environment": "test"}))

    assert (told["outcome"], told["finding"]) == ("refused", "environment_missing")
    assert "CANADA_POST_TEST_URL" in str(told["message"])


async def test_such_an_account_gets_neither_price_nor_label(desk: Desk) -> None:
    account = DEMO.model_copy(update={"environment": "test"})
    enquiry, approved = an_enquiry(), an_approval()
    sealed = CarrierAccountSealed(
        merchant_id=MERCHANT,
        version=2,
        carrier="canada_post",
        sealed=_sealed(account),
        sealed_at=datetime.now(UTC),
    )
    await desk.stage(sealed, enquiry, approved)

    await estimate_cost(desk.pool, desk.carrier, enquiry.estimate_id, clock=utc_now)
    await desk.create(approved.return_id)

    told = await desk.announced()
    assert [kind for kind, _ in told] == ["renvoi.estimate-failed.v1", "renvoi.label-failed.v1"]
    assert all(body["codes"] == ["environment-missing"] for _, body in told)
    assert told[1][1]["outcome"] == "refused"


async def test_a_carrier_that_is_away_is_said_to_be_away(desk: Desk, simulator: Simulator) -> None:
    simulator.fail("price", "503")

    told = await _try(desk, DEMO)

    assert (told["outcome"], told["finding"]) == ("unreachable", "no_answer")


async def test_a_box_that_does_not_open_has_to_be_filled_again(desk: Desk) -> None:
    told = await _try(desk, "bm90IGEgYm94")

    assert (told["outcome"], told["finding"]) == ("refused", "unreadable")


async def test_what_was_tried_is_forgotten_with_its_answer(desk: Desk) -> None:
    await _try(desk, DEMO)

    row = await desk.pool.fetchrow("SELECT requested FROM account_checks")

    assert row is not None
    assert "sealed" not in row["requested"]
