"""Who may do what: every page of the console, by every role; one that is in no row fails."""

import httpx
import pytest
from chassis.ids import new_id
from fastapi import FastAPI

from tests.integration.merchant_api.edge import a_client, at, routes, signed_in
from tests.integration.merchant_api.people_story import NOA, as_person, hired
from tests.integration.merchant_api.story import Shop

EVERYBODY, SIGNED_IN, OWNERS = "everybody", "signed in", "owners"

# The longest beginning of a path decides. What is new and begins like nothing here must be decided.
TABLE = {
    "/": SIGNED_IN,
    "/connexion": EVERYBODY,
    "/session/fermer": EVERYBODY,
    "/mot-de-passe": EVERYBODY,
    "/invitation": EVERYBODY,
    "/installation": EVERYBODY,
    "/compte": SIGNED_IN,
    "/retours": SIGNED_IN,
    "/retours.csv": SIGNED_IN,
    "/nouvelles": SIGNED_IN,
    "/reception": SIGNED_IN,
    "/envois": SIGNED_IN,
    "/vues": SIGNED_IN,
    "/parametres": OWNERS,
    "/essai": OWNERS,
}
# Whoever is let through is answered as they ask: what pages make of ids that never were is theirs.
REFUSED = {401, 403}
BROKEN = range(500, 600)
LEAD_OUT = {"/session/fermer"}


def _who_may(path: str) -> str | None:
    rows = [row for row in TABLE if path == row or path.startswith(f"{row}/")]
    return TABLE[max(rows, key=len)] if rows else None


def _pages(app: FastAPI) -> list[tuple[str, str]]:
    """List the pages, those last that end the session in which they are asked for."""
    found = [(method, path) for method, path in routes(app) if not path.startswith("/api/")]
    return sorted(found, key=lambda page: page[1] in LEAD_OUT)


def test_every_page_stands_in_the_table(app: FastAPI) -> None:
    assert [path for _, path in _pages(app) if _who_may(path) is None] == []


async def test_an_owner_may_do_everything(app: FastAPI, shop: Shop) -> None:
    owner = await signed_in(app, shop)

    for method, path in _pages(app):
        answer = await owner.request(method, at(path, new_id(), "RV-9999-9Z"))

        _check_let_through(answer, method, path)


async def test_an_agent_works_and_changes_no_setting(app: FastAPI, shop: Shop) -> None:
    await hired(shop, NOA)
    agent = await as_person(app, NOA)

    for method, path in _pages(app):
        answer = await agent.request(method, at(path, new_id(), "RV-9999-9Z"))

        if _who_may(path) == OWNERS:
            assert answer.status_code == 403, f"{method} {path}"
            assert "réservée aux propriétaires" in answer.text
        else:
            _check_let_through(answer, method, path)


async def test_who_is_not_signed_in_is_shown_the_way_in(app: FastAPI) -> None:
    async with a_client(app) as nobody:
        for method, path in _pages(app):
            if _who_may(path) == EVERYBODY:
                continue
            answer = await nobody.request(method, at(path, new_id(), "RV-9999-9Z"))

            assert answer.status_code == 303, f"{method} {path}"
            assert _is_way_in(answer.headers["location"]), f"{method} {path}"


async def test_an_agent_is_offered_nothing_that_would_be_refused(app: FastAPI, shop: Shop) -> None:
    await hired(shop, NOA)

    page = (await (await as_person(app, NOA)).get("/retours")).text

    assert 'href="/parametres' not in page
    assert 'href="/compte"' in page


async def test_a_new_role_counts_from_the_next_page_on(app: FastAPI, shop: Shop) -> None:
    agent = await hired(shop, NOA)
    browser, owner = await as_person(app, NOA), await signed_in(app, shop)

    await owner.post(f"/parametres/equipe/{agent.user_id}/role", data={"role": "owner"})
    assert (await browser.get("/parametres/equipe")).status_code == 200
    await owner.post(f"/parametres/equipe/{agent.user_id}/role", data={"role": "agent"})

    assert (await browser.get("/parametres/equipe")).status_code == 403


@pytest.mark.parametrize(
    ("scopes", "status"), [(["settings:read"], 403), (["settings:read", "settings:write"], 204)]
)
async def test_a_program_changes_people_only_with_the_scope_for_it(
    app: FastAPI, shop: Shop, scopes: list[str], status: int
) -> None:
    agent = await hired(shop, NOA)
    await shop.pool.execute("UPDATE api_keys SET scopes = $1", scopes)

    async with a_client(app, key=shop.key) as program:
        answer = await program.delete(f"/api/v1/people/{agent.user_id}")

    assert answer.status_code == status


async def test_a_key_lets_nobody_in_who_may_do_more_than_itself(app: FastAPI, shop: Shop) -> None:
    agent = await hired(shop)
    await shop.pool.execute("UPDATE api_keys SET scopes = '{settings:read,settings:write}'")
    program = a_client(app, key=shop.key)

    answers = [
        await program.post("/api/v1/people", json={"email": "n@example.com", "role": "agent"}),
        await program.post("/api/v1/people", json={"email": "n@example.com", "role": "owner"}),
        await program.put(f"/api/v1/people/{agent.user_id}/role", json={"role": "owner"}),
    ]

    assert [answer.json()["type"] for answer in answers] == ["/problems/scope-missing"] * 3


def _check_let_through(answer: httpx.Response, method: str, path: str) -> None:
    assert answer.status_code not in {*REFUSED, *BROKEN}, f"{method} {path}"
    if path not in LEAD_OUT:
        assert not _is_way_in(answer.headers.get("location")), f"{method} {path}"


def _is_way_in(location: str | None) -> bool:
    return (location or "").startswith("/connexion")
