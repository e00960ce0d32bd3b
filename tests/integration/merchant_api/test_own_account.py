"""One's own account: password, language, other sessions; and in again without the password."""

import asyncio
import re
from datetime import timedelta

import pytest
from chassis.db import Pool
from fastapi import FastAPI
from merchant_api.people.links import RESET_LASTS
from merchant_api.people.recover_password import MOST_OF_EMAIL
from merchant_api.people.sign_in import MOST_FAILURES_OF_EMAIL

from tests.integration.merchant_api.edge import a_client, an_app, signed_in
from tests.integration.merchant_api.people_story import (
    NOA,
    answer_recoveries,
    hired,
    mailed_link,
)
from tests.integration.merchant_api.story import NOON, PASSWORD, Shop, announced

NEW = "une petite phrase à moi"
FORGOTTEN = "/mot-de-passe/oublie"


async def _signs_in(app: FastAPI, email: str, password: str) -> int:
    answer = await a_client(app).post("/connexion", data={"email": email, "password": password})
    return answer.status_code


async def test_another_password_ends_other_sessions_and_renews_this_one(
    app: FastAPI, shop: Shop
) -> None:
    elsewhere, here = await signed_in(app, shop), await signed_in(app, shop)
    before = here.cookies["renvoi"]

    answer = await here.post("/compte/mot-de-passe", data={"present": PASSWORD, "password": NEW})

    assert answer.headers["location"] == "/compte?avis=password-changed"
    assert here.cookies["renvoi"] != before
    assert (await here.get("/compte")).status_code == 200
    assert (await elsewhere.get("/compte")).status_code == 303
    old = a_client(app)
    old.cookies.set("renvoi", before)
    assert (await old.get("/compte")).status_code == 303
    assert await _signs_in(app, shop.email, PASSWORD) == 422
    assert await _signs_in(app, shop.email, NEW) == 303
    assert len(await announced(shop.pool, "password-changed")) == 1


@pytest.mark.parametrize(
    ("present", "password", "told"),
    [
        ("", NEW, "Écrivez votre mot de passe actuel"),
        ("wrong", NEW, "ce n’est pas celui-là"),
        (PASSWORD, "court", "10 caractères ou plus"),
        (PASSWORD, "aaaaaaaaaaaa", "plus difficile à deviner"),
        (PASSWORD, "demi@atelier-boreal.example", "plus difficile à deviner"),
        (PASSWORD, "x" * 201, "200 caractères au plus"),
    ],
)
async def test_a_password_that_will_not_do_changes_nothing(
    app: FastAPI, shop: Shop, present: str, password: str, told: str
) -> None:
    here = await signed_in(app, shop)

    page = await here.post("/compte/mot-de-passe", data={"present": present, "password": password})

    assert page.status_code == 422
    assert told in page.text
    fields = re.findall(r'<input[^>]*type="password"[^>]*>', page.text)
    assert len(fields) == 2
    assert not any("value=" in field for field in fields), "a password is never sent back"
    assert await announced(shop.pool, "password-changed") == []


async def test_the_present_password_cannot_be_guessed_at_an_open_page(
    app: FastAPI, shop: Shop
) -> None:
    here = await signed_in(app, shop)
    form = {"present": "wrong", "password": NEW}

    answers = [
        await here.post("/compte/mot-de-passe", data=form)
        for _ in range(MOST_FAILURES_OF_EMAIL + 1)
    ]

    assert [answer.status_code for answer in answers] == [422] * MOST_FAILURES_OF_EMAIL + [429]


async def test_a_person_signs_out_everywhere_else(app: FastAPI, shop: Shop) -> None:
    elsewhere, here = await signed_in(app, shop), await signed_in(app, shop)
    page = (await here.get("/compte")).text
    assert page.count("Ouverte le") == 2
    assert page.count("Celle-ci") == 1

    await here.post("/compte/sessions/fermer")

    assert (await elsewhere.get("/compte")).status_code == 303
    assert (await here.get("/compte")).text.count("Ouverte le") == 1


async def test_a_language_is_remembered(app: FastAPI, shop: Shop) -> None:
    here = await signed_in(app, shop)

    await here.post("/compte/langue", data={"language": "en"})

    assert "Your account" in (await here.get("/compte")).text


async def test_a_mailed_link_sets_another_password_once_and_ends_all_sessions(
    app: FastAPI, shop: Shop
) -> None:
    elsewhere, browser = await signed_in(app, shop), a_client(app)

    promised = await browser.post(FORGOTTEN, data={"email": f" {shop.email.upper()}"})
    await answer_recoveries(shop.pool)
    link = await mailed_link(shop.pool, "password-reset-requested")
    assert shop.email in (await browser.get(link)).text
    too_short = await browser.post(link, data={"password": "court"})
    answer = await browser.post(link, data={"password": NEW})

    assert "Regardez votre boîte de réception" in promised.text
    assert too_short.status_code == 422
    assert answer.headers["location"].startswith("/connexion?avis=mot-de-passe")
    assert (await elsewhere.get("/compte")).status_code == 303
    assert await _signs_in(app, shop.email, NEW) == 303
    assert (await browser.get(link)).status_code == 404
    assert (await browser.post(link, data={"password": NEW})).status_code == 404
    assert len(await announced(shop.pool, "password-changed")) == 1


async def test_known_or_not_an_email_is_answered_alike(app: FastAPI, shop: Shop) -> None:
    pages = [
        (await a_client(app).post(FORGOTTEN, data={"email": email})).text.replace(email, "…")
        for email in (shop.email, "nobody@example.com")
    ]
    await answer_recoveries(shop.pool)

    assert pages[0] == pages[1]
    assert len(await announced(shop.pool, "password-reset-requested")) == 1
    assert await shop.pool.fetch("SELECT * FROM recoveries") == [], "nor is the other one kept"


async def test_known_or_not_an_email_is_answered_as_fast(shop: Shop) -> None:
    """The same is done for both, and nobody looks them up: so the time cannot tell."""

    async def asks(email: str) -> tuple[int, int]:
        await a_client(an_app(shop.pool)).post(FORGOTTEN, data={"email": email})
        row = await shop.pool.fetchrow(
            "SELECT (SELECT count(*) FROM jobs) AS jobs, (SELECT count(*) FROM recoveries) AS kept"
        )
        assert row is not None
        return row["jobs"], row["kept"]

    assert await asks(shop.email) == (1, 1)
    assert await asks("nobody@example.com") == (2, 2)
    assert await announced(shop.pool, "password-reset") == [], "nobody was looked up yet"


async def test_an_hour_later_the_link_is_dead(shop: Shop, app: FastAPI) -> None:
    await a_client(app).post(FORGOTTEN, data={"email": shop.email})
    await answer_recoveries(shop.pool)
    link = await mailed_link(shop.pool, "password-reset-requested")

    late = a_client(an_app(shop.pool, now=NOON + RESET_LASTS))

    assert (await late.get(link)).status_code == 404
    assert (await late.post(link, data={"password": NEW})).status_code == 404


async def test_of_two_links_only_the_newer_works(app: FastAPI, shop: Shop) -> None:
    links = []
    for _ in range(2):
        await a_client(app).post(FORGOTTEN, data={"email": shop.email})
        await answer_recoveries(shop.pool)
        links.append(await mailed_link(shop.pool, "password-reset-requested"))

    statuses = [(await a_client(app).get(link)).status_code for link in links]

    assert statuses == [404, 200]


async def test_a_link_used_twice_at_once_sets_one_password(app: FastAPI, shop: Shop) -> None:
    await a_client(app).post(FORGOTTEN, data={"email": shop.email})
    await answer_recoveries(shop.pool)
    link = await mailed_link(shop.pool, "password-reset-requested")

    answers = await asyncio.gather(
        *(a_client(app).post(link, data={"password": f"{NEW} {count}"}) for count in range(2))
    )

    assert sorted(answer.status_code for answer in answers) == [303, 404]


async def test_a_job_done_twice_mails_one_link(app: FastAPI, shop: Shop) -> None:
    await a_client(app).post(FORGOTTEN, data={"email": shop.email})

    await answer_recoveries(shop.pool)
    await answer_recoveries(shop.pool)

    assert len(await announced(shop.pool, "password-reset-requested")) == 1


async def test_links_cannot_be_asked_for_without_end(app: FastAPI, shop: Shop) -> None:
    answers = [
        await a_client(app).post(FORGOTTEN, data={"email": shop.email})
        for _ in range(MOST_OF_EMAIL + 1)
    ]
    later = a_client(an_app(shop.pool, now=NOON + timedelta(minutes=16)))

    assert [answer.status_code for answer in answers] == [200] * MOST_OF_EMAIL + [429]
    assert answers[-1].headers["retry-after"] == "900"
    assert (await later.post(FORGOTTEN, data={"email": shop.email})).status_code == 200


async def test_who_guessed_too_often_gets_in_again_by_mail(app: FastAPI, shop: Shop) -> None:
    for _ in range(MOST_FAILURES_OF_EMAIL):
        await _signs_in(app, shop.email, "wrong")
    assert await _signs_in(app, shop.email, PASSWORD) == 429
    await a_client(app).post(FORGOTTEN, data={"email": shop.email})
    await answer_recoveries(shop.pool)
    link = await mailed_link(shop.pool, "password-reset-requested")

    await a_client(app).post(link, data={"password": NEW})

    assert await _signs_in(app, shop.email, NEW) == 303


async def test_no_secret_of_a_link_lies_in_the_database(app: FastAPI, shop: Shop) -> None:
    await hired(shop, NOA)
    await a_client(app).post(FORGOTTEN, data={"email": NOA})
    await answer_recoveries(shop.pool)
    secret = (await mailed_link(shop.pool, "password-reset-requested")).rpartition("/")[2]

    dump = await _dump(shop.pool)

    assert secret not in dump
    assert secret.encode().hex() not in dump


async def _dump(pool: Pool) -> str:
    tables = await pool.fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema")
    rows = [
        str(dict(row))
        for table in tables
        for row in await pool.fetch(f"SELECT * FROM {table['tablename']}")  # noqa: S608
    ]
    return "\n".join(rows)
