"""API keys: shown once, two of a name at a time, and gone at once when they are revoked."""

import asyncio
import re
from datetime import timedelta

import httpx
import pytest
from chassis.db import Pool
from chassis.ids import new_id
from fastapi import FastAPI
from merchant_api.keys.errors import AlreadyMade, NameTaken, TooManyKeys
from merchant_api.keys.make_key import Wish, make_key, renew_key
from merchant_api.keys.rotation import MOST_LIVE

from tests.integration.merchant_api.edge import a_client, an_app, signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop

KEYS = "/parametres/cles"
WISH = Wish("Entrepôt", ("returns:read", "settings:read", "settings:write"))
A_KEY = re.compile(r"rp_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}")


def _form(**fields: object) -> dict[str, object]:
    return {"formulaire": str(new_id()), "nom": "Entrepôt", "droits": ["returns:read"], **fields}


async def _made(shop: Shop, wish: Wish = WISH) -> str:
    return (await make_key(shop.pool, shop.merchant_id, wish, actor=DEMI, now=NOON)).text


async def test_a_key_is_shown_once_and_kept_nowhere(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    form = _form()

    shown = await person.post(KEYS, data=form)
    again = await person.post(KEYS, data=form)

    [key] = A_KEY.findall(shown.text)
    assert shown.headers["cache-control"] == "no-store"
    assert "set-cookie" not in shown.headers
    assert again.headers["location"] == f"{KEYS}?avis=cle-deja-faite"
    assert not A_KEY.search((await person.get(again.headers["location"])).text)
    assert key.split("_")[3] not in await _everything(shop.pool)
    assert (await a_client(app, key=key).get("/api/v1/returns")).status_code == 200


async def _everything(pool: Pool) -> str:
    """Read every row of every table, as text."""
    tables = await pool.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'merchant'")
    told = [await pool.fetch(f"SELECT * FROM {row['tablename']}") for row in tables]  # noqa: S608  our own names
    return repr([[dict(row) for row in rows] for rows in told])


async def test_a_key_made_in_the_console_does_what_was_ticked(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    shown = await person.post(KEYS, data=_form(droits=["returns:read", "nonsense"]))

    program = a_client(app, key=A_KEY.findall(shown.text)[0])
    assert (await program.get("/api/v1/returns")).status_code == 200
    assert (await program.get("/api/v1/api-keys")).status_code == 403


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"nom": "  "}, "Donnez un nom"),
        ({"nom": "x" * 61}, "60 caractères au plus"),
        ({"droits": []}, "Cochez au moins un droit"),
        ({"nom": "enrol\0"}, "a déjà deux clés"),
    ],
)
async def test_what_is_wrong_is_told_and_what_was_typed_stays(
    app: FastAPI, shop: Shop, fields: dict[str, object], told: str
) -> None:
    await _made(shop, Wish("enrol", WISH.scopes))
    person = await signed_in(app, shop)

    answer = await person.post(KEYS, data=_form(**fields))

    assert answer.status_code == 422
    assert told in answer.text
    assert not A_KEY.search(answer.text)
    if fields.get("droits") != []:
        assert 'value="returns:read" checked' in answer.text
    else:
        assert 'value="Entrepôt"' in answer.text


async def test_two_keys_of_one_name_live_side_by_side_and_a_third_is_refused(shop: Shop) -> None:
    wishes = [make_key(shop.pool, shop.merchant_id, WISH, actor=DEMI, now=NOON) for _ in range(8)]

    made = await asyncio.gather(*wishes, return_exceptions=True)

    assert [type(it) for it in made if isinstance(it, Exception)] == [NameTaken] * 6


async def test_one_form_sent_many_times_makes_one_key(shop: Shop) -> None:
    form = new_id()

    made = await asyncio.gather(
        *(
            make_key(shop.pool, shop.merchant_id, WISH, form_id=form, actor=DEMI, now=NOON)
            for _ in range(4)
        ),
        return_exceptions=True,
    )

    assert [type(it) for it in made if isinstance(it, Exception)] == [AlreadyMade] * 3


async def test_there_is_an_end_to_keys(shop: Shop) -> None:
    for number in range(MOST_LIVE - 1):
        await _made(shop, Wish(f"program {number}", WISH.scopes))

    with pytest.raises(TooManyKeys):
        await _made(shop, Wish("one more", WISH.scopes))


async def test_a_renewed_key_has_the_name_and_the_scopes_of_the_old_one(shop: Shop) -> None:
    old = (await _made(shop)).split("_")[2]

    key, wish = await renew_key(
        shop.pool, shop.merchant_id, old, form_id=None, actor=DEMI, now=NOON
    )

    assert key.id != old
    assert (wish.name, tuple(wish.scopes)) == (WISH.name, tuple(WISH.scopes))


async def test_a_revoked_key_is_refused_by_every_process_at_its_next_request(
    merchant_pool: Pool, app: FastAPI, shop: Shop
) -> None:
    elsewhere = an_app(merchant_pool)
    key = await _made(shop)
    programs = [a_client(app, key=key), a_client(elsewhere, key=key)]
    before = [(await program.get("/api/v1/returns")).status_code for program in programs]
    person = await signed_in(app, shop)

    answer = await person.post(f"{KEYS}/{key.split('_')[2]}/revoquer")

    after = [(await program.get("/api/v1/returns")).status_code for program in programs]
    assert answer.headers["location"] == f"{KEYS}?avis=cle-revoquee"
    assert (before, after) == ([200, 200], [401, 401])


async def test_the_page_warns_before_a_key_that_serves_is_revoked(app: FastAPI, shop: Shop) -> None:
    key = await _made(shop)
    key_id = key.split("_")[2]
    person = await signed_in(app, shop)
    idle = (await person.get(f"{KEYS}/{key_id}/revoquer")).text

    await a_client(app, key=key).get("/api/v1/returns")
    served = (await person.get(f"{KEYS}/{key_id}/revoquer")).text
    await renew_key(shop.pool, shop.merchant_id, key_id, form_id=None, actor=DEMI, now=NOON)
    followed = (await person.get(f"{KEYS}/{key_id}/revoquer")).text

    assert "alert wait" not in idle
    assert "la dernière de vos clés à avoir servi" in served
    assert "n’a jamais servi" in followed


async def test_when_a_key_served_is_noted_once_a_minute(merchant_pool: Pool, shop: Shop) -> None:
    async def used_after(seconds: int) -> object:
        app = an_app(merchant_pool, now=NOON + timedelta(seconds=seconds))
        await a_client(app, key=shop.key).get("/api/v1/returns")
        row = await merchant_pool.fetchrow("SELECT last_used_at FROM api_keys")
        assert row is not None
        return row["last_used_at"]

    noted = [await used_after(seconds) for seconds in (0, 59, 60)]

    assert noted == [NOON, NOON, NOON + timedelta(seconds=60)]


async def test_by_api_a_key_is_made_read_listed_and_revoked(program: httpx.AsyncClient) -> None:
    wish = {"name": " Warehouse  sync ", "scopes": ["shipments:write", "returns:read"]}

    made = await program.post("/api/v1/api-keys", json=wish)
    where = made.headers["location"]
    read = await program.get(where)
    listed = await program.get("/api/v1/api-keys", params={"limit": 1})
    rest = await program.get("/api/v1/api-keys", params={"cursor": listed.json()["next_cursor"]})
    gone = [await program.delete(where) for _ in range(2)]

    assert made.status_code == 201
    assert A_KEY.fullmatch(made.json()["key"])
    assert made.json()["name"] == "Warehouse sync"
    assert read.json()["scopes"] == ["shipments:write", "returns:read"]
    assert "key" not in read.json()
    pages = [[it["name"] for it in page.json()["api_keys"]] for page in (listed, rest)]
    assert sorted(pages) == [["Warehouse sync"], ["enrol"]]
    assert rest.json()["next_cursor"] is None
    assert [answer.status_code for answer in gone] == [204, 204]
    assert (await program.get(where)).status_code == 404


async def test_a_key_gives_no_scope_that_it_lacks(app: FastAPI, shop: Shop) -> None:
    program = a_client(app, key=await _made(shop))

    beyond = await program.post(
        "/api/v1/api-keys", json={"name": "x", "scopes": ["returns:read", "returns:decide"]}
    )
    within = await program.post(
        "/api/v1/api-keys", json={"name": "x", "scopes": ["returns:read", "settings:write"]}
    )

    assert (beyond.status_code, beyond.json()["scope"]) == (403, "returns:decide")
    assert within.status_code == 201


async def test_by_api_a_third_key_of_a_name_is_a_conflict(program: httpx.AsyncClient) -> None:
    wish = {"name": "ENROL", "scopes": ["returns:read"]}

    answers = [await program.post("/api/v1/api-keys", json=wish) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 409]
    assert answers[1].json()["type"] == "/problems/too-many-keys"


async def test_who_made_and_revoked_a_key_is_written_down(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    await person.post(KEYS, data=_form())
    row = await shop.pool.fetchrow("SELECT key_id FROM api_keys WHERE name = 'Entrepôt'")
    assert row is not None
    await person.post(f"{KEYS}/{row['key_id']}/revoquer")

    acts = await shop.pool.fetch(
        "SELECT act, actor_kind FROM audit WHERE subject = $1 ORDER BY audit_id", row["key_id"]
    )

    assert [tuple(act) for act in acts] == [("key.issued", "user"), ("key.revoked", "user")]
