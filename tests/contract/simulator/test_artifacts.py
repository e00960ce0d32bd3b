from datetime import timedelta

import httpx
import pytest

from tests.contract.simulator.carrier import ACCOUNT, Caller, Clock, codes

PDF = "application/pdf"


def path_of(url: str) -> str:
    return httpx.URL(url).path


async def test_the_label_is_the_same_each_time(caller: Caller) -> None:
    sold = await caller.sell()

    first, second = await caller.get(sold.href, PDF), await caller.get(sold.href, PDF)

    assert first.headers["content-type"] == PDF
    assert first.content.startswith(b"%PDF-")
    assert first.content == second.content


async def test_the_link_dies_after_five_days(caller: Caller, clock: Clock) -> None:
    sold = await caller.sell()

    clock.at += timedelta(days=5, seconds=-1)
    assert (await caller.get(sold.href, PDF)).status_code == 200
    clock.at += timedelta(seconds=1)
    dead = await caller.get(sold.href, PDF)

    assert (dead.status_code, codes(dead)) == (404, [])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/rs/artifact/renvoi-demo/10000000001/1", 404),
        ("/rs/artifact/renvoi-demo/10000000002/0", 404),
        ("/rs/artifact/renvoi-demo/abc/0", 404),
        ("/rs/artifact/renvoi-demo/99999999999999/0", 404),
        ("/rs/artifact/small/10000000001/0", 403),
    ],
)
async def test_another_link_leads_nowhere(caller: Caller, path: str, status: int) -> None:
    await caller.sell()

    assert (await caller.get(path, PDF)).status_code == status


async def test_the_link_needs_the_buyers_key_and_the_exact_type(caller: Caller) -> None:
    sold = await caller.sell()

    assert (await caller.get(sold.href, "*/*")).status_code == 406
    assert (await caller.http.get(sold.href, headers={"Accept": PDF})).status_code == 401
    other = await caller.http.get(sold.href, headers={"Accept": PDF}, auth=("small", "specimen"))
    assert other.status_code == 403


async def test_the_public_address_needs_no_key_and_dies_after_thirty_days(
    caller: Caller, clock: Clock
) -> None:
    sold = await caller.sell()
    path = path_of(sold.public_url)

    public = await caller.http.get(path)
    assert public.content == (await caller.get(sold.href, PDF)).content
    clock.at += timedelta(days=30, seconds=-1)
    assert (await caller.http.get(path)).status_code == 200
    clock.at += timedelta(seconds=1)
    assert (await caller.http.get(path)).status_code == 410


async def test_a_guessed_public_address_is_unknown(caller: Caller) -> None:
    await caller.sell()

    assert (await caller.http.get("/r/guess", auth=ACCOUNT)).status_code == 404
