"""What belongs to one merchant does not exist for another, on every route there is."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import merchant_api
import pytest
from chassis.db import Pool
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.imports.receive_file import receive_file
from PIL import Image

from tests.integration.merchant_api.edge import a_client, an_app, at, routes, signed_in
from tests.integration.merchant_api.files import a_file, a_line
from tests.integration.merchant_api.people_story import invited
from tests.integration.merchant_api.story import ADDRESS, NOON, Shop, announced
from tests.integration.merchant_api.test_api import PARCEL

# A route of this service is either open, or for programs, or for people.
OPEN = {
    "/connexion",
    "/session/fermer",
    "/mot-de-passe/oublie",
    "/mot-de-passe/{secret}",
    "/invitation/{secret}",
    "/installation/{secret}",
}
FORM = str(new_id())


def _with_id(app: FastAPI) -> list[tuple[str, str]]:
    return [(method, path) for method, path in routes(app) if "{" in path and path not in OPEN]


_SAYING_NOTHING = (
    "estimate", "approve", "receive", "close", "cancel", "void-label", "label",
)  # fmt: skip
# What some routes of the API want to be told beside their ids.
TOLD: dict[str, dict[str, object]] = {
    **{name: {} for name in _SAYING_NOTHING},
    "resend": {"template": "label_ready"},
    "notes": {"text": "Vu."},
    "letters": {"text": "Une photo?"},
    "role": {"role": "agent"},
}
_IN: dict[str, dict[str, object]] = {
    "/api/v1/centre/addresses": ADDRESS.model_dump(),
    "/api/v1/centre/parcels": {"name": "Boîte", "weight_grams": 500},
}
_WORDS: dict[str, object] = {"message": "Article porté."}


async def _call(client: httpx.AsyncClient, method: str, url: str) -> tuple[int, str]:
    folder, _, name = url.rpartition("/")
    form = PARCEL if "/shipments" in url else _IN.get(folder, TOLD.get(name, _WORDS))
    typed = form | {"formulaire": FORM, "note": "Vu.", "lettre": "Une photo?"}
    told = {"json": form} if url.startswith("/api/") else {"data": typed}
    answer = await client.request(method, url, **(told if method != "GET" else {}))  # type: ignore[arg-type]
    return answer.status_code, answer.text.replace(url, "")  # which a page says itself


async def test_on_every_route_anothers_id_is_answered_like_one_that_never_was(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    return_id = await shop.is_asked()
    theirs_of = {
        "shipment_id": (await shop.ships()).shipment_id,
        "address_id": (await shop.settings()).addresses[0].address_id,
        "preset_id": await shop.packs(),
        "digest": await _upload(app, shop),
        "check_id": await shop.tries_account(),
        "key_id": shop.key.split("_")[2],
        "run_id": await shop.begins_a_run(return_id),
        "view_id": await shop.saves_a_view(),
        "person_id": await shop.owner_id(),
        "invitation_id": (await invited(shop)).invitation_id,
        "import_id": await _gives_a_file(shop),
    }
    number = await _number(shop, return_id)
    before = await announced(shop.pool)
    program = a_client(app, key=other_shop.key)
    person = await signed_in(app, other_shop)

    for method, path in _with_id(app):
        theirs = next((it for name, it in theirs_of.items() if name in path), return_id)
        caller = program if path.startswith("/api/") else person
        answered = await _call(caller, method, at(path, theirs, number))
        unknown = await _call(caller, method, at(path, new_id(), "RV-9999-9Z"))

        assert answered[0] == 404, f"{method} {path}"
        assert answered == unknown, f"{method} {path}"

    assert await announced(shop.pool) == before


async def _upload(app: FastAPI, shop: Shop) -> str:
    """Have the shop upload a logo; return the digest that names it."""
    file = io.BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG")
    answer = await a_client(app, key=shop.key).put(
        "/api/v1/centre/branding/logo",
        content=file.getvalue(),
        headers={"content-type": "image/png"},
    )
    digest: str = answer.json()["logo"]["sha256"]
    return digest


async def _gives_a_file(shop: Shop) -> UUID:
    async def pieces() -> AsyncIterator[bytes]:
        yield a_file(a_line(1))

    return await receive_file(shop.pool, shop.merchant_id, "x.csv", pieces(), now=NOON)


async def test_an_unknown_number_opens_no_row_of_another_merchant(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    number = await _number(shop, await shop.is_asked())
    person = await signed_in(app, other_shop)

    page = await person.get("/retours", params={"ouvert": number})

    assert page.status_code == 200
    assert "Camille" not in page.text


async def test_neither_list_shows_another_merchants_returns(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    mine = await other_shop.is_asked(name="Noé Modèle")
    await shop.is_asked()

    listed = (await a_client(app, key=other_shop.key).get("/api/v1/returns")).json()
    page = (await (await signed_in(app, other_shop)).get("/retours")).text

    assert [line["return_id"] for line in listed["returns"]] == [str(mine)]
    assert "Noé Modèle" in page
    assert "Camille" not in page


async def test_every_route_is_open_or_asks_who_it_is(app: FastAPI) -> None:
    async with a_client(app) as nobody:
        for method, path in routes(app):
            status, _ = await _call(nobody, method, at(path, new_id(), "RV-0001-6K"))
            if path in OPEN:
                continue
            assert status == (401 if path.startswith("/api/") else 303), f"{method} {path}"


async def test_a_key_opens_no_page_and_a_session_no_api(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    page = await a_client(app, key=shop.key).get("/retours")
    listed = await person.get("/api/v1/returns")

    assert page.status_code == 303
    assert listed.status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
async def test_no_form_is_taken_from_another_site(
    app: FastAPI, shop: Shop, headers: dict[str, str]
) -> None:
    return_id = await shop.is_asked()
    number = await _number(shop, return_id)
    person = await signed_in(app, shop)
    del person.headers["sec-fetch-site"]
    before = await announced(shop.pool)

    for method, path in routes(app):
        if method == "GET" or path.startswith("/api/"):
            continue
        answer = await person.request(
            method, at(path, return_id, number), headers=headers, data={"message": "Non."}
        )
        assert answer.status_code == 403, f"{method} {path}"

    assert await announced(shop.pool) == before


async def test_reading_changes_nothing(app: FastAPI, shop: Shop) -> None:
    return_id = await shop.is_asked()
    number = await _number(shop, return_id)
    person, program = await signed_in(app, shop), a_client(app, key=shop.key)
    before = await _state(shop.pool)

    for method, path in routes(app):
        if method == "GET":
            caller = program if path.startswith("/api/") else person
            await caller.get(at(path, return_id, number))

    assert await _state(shop.pool) == before


async def _state(pool: Pool) -> dict[str, int]:
    tables = ("decisions", "estimates", "audit", "outbox", "jobs", "shipments", "sessions")
    counts = {}
    for table in tables:
        row = await pool.fetchrow(f"SELECT count(*) AS n FROM {table}")  # noqa: S608  our own names
        assert row is not None
        counts[table] = row["n"]
    return counts


async def test_every_answer_carries_its_headers(app: FastAPI, shop: Shop) -> None:
    return_id = await shop.is_asked()
    number = await _number(shop, return_id)
    person, program = await signed_in(app, shop), a_client(app, key=shop.key)

    for method, path in [*routes(app), ("GET", "/nowhere"), ("GET", "/api/nowhere")]:
        caller = program if path.startswith("/api/") else person
        answer = await caller.request(method, at(path, return_id, number))

        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, f"{method} {path}"
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        if is_page or (path.startswith("/api/v1/") and answer.is_success):
            assert answer.headers["cache-control"] == "no-store", f"{method} {path}"


def test_every_query_on_behalf_of_a_merchant_names_the_merchant() -> None:
    """Read the SQL: of tables that belong to merchants, only the doors look without a merchant."""
    doors = {
        "users",
        "sessions",
        "api_keys",
        "tries",
        "set_up_links",
        "recoveries",
        "seen",
        "password_resets",
        "merchants",
        "unnest",
    }
    found = []
    for folder in merchant_api.__path__:
        for sql in _statements(folder):
            tables = set(re.findall(r"\b(?:FROM|JOIN|UPDATE|INTO)\s+([a-z_]+)", sql))
            if tables - doors and "merchant_id" not in sql:
                found.append(sql)

    assert found == []


def _statements(folder: str) -> list[str]:
    texts = [file.read_text("utf-8") for file in Path(folder).rglob("*_store.py")]
    return [
        sql
        for text in texts
        for sql in re.findall(r'"""(.*?)"""', text, re.DOTALL)
        if re.match(r"\s*(SELECT|INSERT|UPDATE|DELETE)\b", sql)
    ]


async def _number(shop: Shop, return_id: UUID) -> str:
    row = await shop.pool.fetchrow("SELECT number FROM returns WHERE return_id = $1", return_id)
    assert row is not None
    number: str = row["number"]
    return number


async def test_over_https_the_session_belongs_to_one_host(merchant_pool: Pool, shop: Shop) -> None:
    url = "https://retours.example"
    app = an_app(merchant_pool, public_url=url)
    browser = a_client(app, url=url)

    answer = await browser.post(
        "/connexion", data={"email": shop.email, "password": "a password for tests"}
    )

    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-renvoi=")
    for attribute in ("HttpOnly", "SameSite=lax", "Path=/", "Secure"):
        assert attribute in cookie
    assert "Domain" not in cookie
    assert answer.headers["strict-transport-security"]
