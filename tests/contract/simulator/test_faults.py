import pytest

from tests.contract.simulator.carrier import RETURN_TYPE, Caller, codes, outline


@pytest.mark.parametrize(
    ("do", "status", "expected", "sold"),
    [
        ("slm-200", 200, ["Server"], 0),
        ("slm-500", 500, ["Server"], 0),
        ("500", 500, ["Server"], 0),
        ("502", 502, ["Server"], 0),
        ("503", 503, ["Server"], 0),
        ("504", 504, ["Server"], 0),
        ("500-after", 500, ["Server"], 1),
        ("refuse:9111", 400, ["9111"], 0),
        ("refuse:2695,1151,8716", 400, ["2695", "1151", "8716"], 0),
        ("empty-messages-404", 404, [], 0),
    ],
)
async def test_a_failure_is_told_in_the_carriers_form(
    caller: Caller, do: str, status: int, expected: list[str], sold: int
) -> None:
    await caller.fail("authorizedreturn", do)

    answer = await caller.order()

    assert (answer.status_code, codes(answer)) == (status, expected)
    assert len(await caller.ledger()) == sold


@pytest.mark.parametrize(("do", "sold"), [("lost-response", 1), ("drop-connection", 0)])
async def test_a_closed_connection_says_nothing_of_what_was_done(
    caller: Caller, do: str, sold: int
) -> None:
    await caller.fail("authorizedreturn", do)

    with pytest.raises(ConnectionResetError):
        await caller.order()

    assert len(await caller.ledger()) == sold


async def test_a_proxys_page_is_no_answer(caller: Caller) -> None:
    await caller.fail("authorizedreturn", "html-200")

    answer = await caller.order()

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert await caller.ledger() == []


async def test_half_an_answer_is_still_a_sale(caller: Caller) -> None:
    await caller.fail("authorizedreturn", "truncated-xml")

    answer = await caller.order()

    assert answer.headers["content-type"] == RETURN_TYPE
    assert not answer.text.endswith("</authorized-return-info>")
    assert len(await caller.ledger()) == 1


async def test_an_unknown_element_comes_with_the_rest(caller: Caller) -> None:
    await caller.fail("authorizedreturn", "extra-element")

    told = outline((await caller.order()).content)

    assert told[1].startswith("tracking-pin=")
    assert told[-1] == "not-yet-invented=1"


async def test_a_wrong_type_comes_with_the_right_bytes(caller: Caller) -> None:
    await caller.fail("authorizedreturn", "wrong-content-type")

    answer = await caller.order()

    assert answer.headers["content-type"].startswith("text/plain")
    assert "tracking-pin" in answer.text


async def test_a_late_answer_is_a_right_one(caller: Caller) -> None:
    await caller.fail("authorizedreturn", "delay:0.01")

    assert (await caller.order()).status_code == 200


async def test_a_label_is_not_ready_as_often_as_ordered(caller: Caller) -> None:
    sold = await caller.sell()
    await caller.fail("artifact", "202-then-200", times=2)

    asked = [await caller.get(sold.href, "application/pdf") for _ in range(3)]

    assert [answer.status_code for answer in asked] == [202, 202, 200]


async def test_half_a_label_begins_like_a_whole_one(caller: Caller) -> None:
    sold = await caller.sell()
    await caller.fail("artifact", "truncated-pdf")

    half = await caller.get(sold.href, "application/pdf")
    whole = await caller.get(sold.href, "application/pdf")

    assert whole.content.startswith(half.content)
    assert len(half.content) == len(whole.content) // 2


async def test_a_fault_strikes_its_own_operation_only(caller: Caller) -> None:
    sold = await caller.sell()
    await caller.fail("tracking", "503")

    assert (await caller.rates()).status_code == 200
    assert (await caller.track(sold.pin)).status_code == 503
    assert (await caller.track(sold.pin)).status_code == 200


async def test_faults_come_in_the_order_in_which_they_were_ordered(caller: Caller) -> None:
    orders = [{"on": "price", "do": "503"}, {"on": "price", "do": "slm-200", "times": 2}]
    await caller.http.post("/faults", json=orders)

    answers = [(await caller.rates()).status_code for _ in range(2)]

    assert answers == [503, 200]
    left = (await caller.http.get("/faults")).json()["faults"]
    assert left == [{"on": "price", "do": "slm-200", "times": 1}]


async def test_faults_can_be_called_off(caller: Caller) -> None:
    await caller.fail("price", "503", times=9)

    answer = await caller.http.delete("/faults")

    assert answer.status_code == 204
    assert (await caller.rates()).status_code == 200


@pytest.mark.parametrize(
    "order",
    [
        {"on": "price"},
        {"on": "everything", "do": "500"},
        {"on": "price", "do": "explode"},
        {"on": "price", "do": "500", "times": 0},
        {"on": "price", "do": "500", "times": "2"},
        {"on": "price", "do": "delay:soon"},
        {"on": "price", "do": "refuse:"},
        {"on": "price", "do": "500", "when": "now"},
        "500",
    ],
)
async def test_a_fault_nobody_knows_is_refused(caller: Caller, order: object) -> None:
    answer = await caller.http.post("/faults", json=order)

    assert answer.status_code == 400
    assert "a fault is on one of" in answer.json()["error"]


async def test_what_is_no_json_is_refused(caller: Caller) -> None:
    assert (await caller.http.post("/faults", content=b"{")).status_code == 400
