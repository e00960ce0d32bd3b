"""Everything is wrong at once; mending one thing after the other shows the order of checks."""

import httpx
import pytest

from tests.contract.simulator.carrier import (
    ACCOUNT,
    AN_ORDER,
    RETURN_TYPE,
    RETURNS_PATH,
    TRACK_TYPE,
    Caller,
    codes,
)

WRONG = AN_ORDER.replace("DOM.EP", "DOM.LIB").replace("H2X1Y4", "H2X 1Y4")


async def test_the_checks_come_in_their_order(caller: Caller) -> None:
    headers = {"Content-Type": "text/xml", "Accept": "*/*"}
    answers = []

    async def ask(path: str, body: str = WRONG, *, key: bool = True) -> None:
        auth = httpx.BasicAuth(*ACCOUNT) if key else httpx.Auth()
        answer = await caller.http.post(path, content=body.encode(), headers=headers, auth=auth)
        answers.append((answer.status_code, codes(answer) if answer.is_error else []))

    await ask("/rs/43/43/authorizedreturn", key=False)
    await ask("/rs/43/43/authorizedreturn")
    await ask("/rs/42/43/authorizedreturn")
    await ask(RETURNS_PATH)
    headers["Content-Type"] = RETURN_TYPE
    await ask(RETURNS_PATH)
    headers["Accept"] = RETURN_TYPE
    await ask(RETURNS_PATH)
    await ask(RETURNS_PATH, WRONG.replace("H2X 1Y4", "H2X1Y4"))
    assert await caller.ledger() == []
    await ask(RETURNS_PATH, AN_ORDER)

    assert answers == [
        (401, ["E002"]),
        (403, ["AA003"]),
        (403, ["AA004"]),
        (415, []),
        (406, []),
        (500, ["Server"]),
        (400, ["9120"]),
        (200, []),
    ]
    assert len(await caller.ledger()) == 1


@pytest.mark.parametrize("accept", ["*/*", "application/*", "application/xml", ""])
async def test_a_vague_accept_is_refused(caller: Caller, accept: str) -> None:
    answer = await caller.order(Accept=accept)

    assert answer.status_code == 406


async def test_a_type_among_others_with_parameters_is_accepted(caller: Caller) -> None:
    answer = await caller.order(
        Accept=f"text/html, {RETURN_TYPE};q=0.9", Content_Type=f"{RETURN_TYPE}; charset=utf-8"
    )

    assert answer.status_code == 200


async def test_a_schema_violation_is_a_500_with_the_constraints_name(caller: Caller) -> None:
    answer = await caller.order(AN_ORDER.replace("H2X1Y4", "H2X 1Y4"))

    assert (answer.status_code, codes(answer)) == (500, ["Server"])
    assert "<description>cvc-pattern-valid: " in answer.text


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<authorized-return",
        '<!DOCTYPE a [<!ENTITY b "c">]>' + AN_ORDER.replace("Exemple", "&b;"),
    ],
)
async def test_what_is_no_plain_xml_is_refused(caller: Caller, body: str) -> None:
    answer = await caller.order(body)

    assert (answer.status_code, codes(answer)) == (500, ["Server"])
    assert await caller.ledger() == []


async def test_a_body_without_end_is_not_read_to_its_end(caller: Caller) -> None:
    answer = await caller.order(AN_ORDER + " " * 300_000)

    assert answer.status_code == 413


async def test_a_refusal_speaks_the_language_asked_for(caller: Caller) -> None:
    wrong = AN_ORDER.replace("DOM.EP", "DOM.LIB")

    french = await caller.order(wrong, Accept_Language="fr-CA")
    english = await caller.order(wrong, Accept_Language="en-CA")

    assert "Ce service ne sert pas aux retours" in french.text
    assert "This service is not valid for a return" in english.text


async def test_reading_needs_a_key_and_the_exact_type_too(caller: Caller) -> None:
    path = "/vis/track/pin/7023210039414604/detail"

    assert (await caller.http.get(path, headers={"Accept": TRACK_TYPE})).status_code == 401
    assert (await caller.get(path, "*/*")).status_code == 406
