"""From an empty database to a merchant who is signed in: by a link used once, or a command."""

import asyncio
import contextlib
import json
import os
import subprocess
import sys
from datetime import timedelta
from urllib.parse import urlsplit

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI
from local_stack.ports import free_ports
from merchant_api.centre import centre_store
from merchant_api.enrolment.set_up_link import draw_link, offer_set_up
from merchant_api.people.links import SET_UP_LASTS

from tests.conftest import DatabaseUrl
from tests.integration.merchant_api.edge import URL, a_client, an_app
from tests.integration.merchant_api.story import NOON, PUBLIC_KEY, Shop, announced, open_shop

ANSWERS = {
    "store_name": "L’Œuvre & Fils",
    "line_1": "100, rue de l’Exemple",
    "city": "Montréal",
    "province": "QC",
    "postal_code": "h2x 1y4",
    "email": "Demi@Example.com",
    "password": "une petite phrase à moi",
    "language": "fr",
}


async def _first_link(pool: Pool) -> str:
    return urlsplit(await draw_link(pool, URL, is_first=True, now=NOON)).path


async def test_an_empty_database_offers_a_link_and_one_with_a_merchant_does_not(
    merchant_pool: Pool, capfd: pytest.CaptureFixture[str]
) -> None:
    await offer_set_up(merchant_pool, URL, now=NOON)
    printed = capfd.readouterr().err
    await open_shop(merchant_pool)
    await offer_set_up(merchant_pool, URL, now=NOON)

    assert f"{URL}/installation/" in printed
    assert capfd.readouterr().err == ""
    secret = printed.partition("/installation/")[2].split()[0]
    rows = await merchant_pool.fetch("SELECT link_digest FROM set_up_links")
    assert secret not in str(rows)


async def test_whoever_answers_is_signed_in_as_owner_of_a_centre_that_is_not_ready(
    app: FastAPI, merchant_pool: Pool
) -> None:
    link, browser = await _first_link(merchant_pool), a_client(app)
    assert "Bienvenue dans Renvoi" in (await browser.get(link)).text

    answer = await browser.post(link, data=ANSWERS)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    account = (await browser.get("/compte")).text
    assert "demi@example.com" in account
    assert "Propriétaire" in account
    row = await merchant_pool.fetchrow("SELECT merchant_id, slug FROM merchants")
    assert row is not None
    assert row["slug"] == "l-oeuvre-et-fils"
    settings = await centre_store.get_settings(merchant_pool, row["merchant_id"])
    assert settings.legal_name == "L’Œuvre & Fils"
    assert settings.contact_email == settings.privacy_email == "demi@example.com"
    assert settings.policy.fr
    assert settings.policy.en
    assert settings.reasons == ()
    assert await announced(merchant_pool) == [], "nobody is to see it yet"


async def test_answers_that_will_not_do_are_told_and_kept(
    app: FastAPI, merchant_pool: Pool
) -> None:
    link = await _first_link(merchant_pool)
    wrong = {**ANSWERS, "postal_code": "12345", "email": "demi", "slug": "api", "city": ""}

    page = await a_client(app).post(link, data=wrong)

    assert page.status_code == 422
    for told in ("4 réponses sont à revoir", "Écrivez la ville", "Vérifiez le code postal"):
        assert told in page.text
    assert 'value="12345"' in page.text
    assert ANSWERS["password"] not in page.text
    again = await a_client(app).post(link, data=ANSWERS)
    assert again.status_code == 303, "the link was not used up"


async def test_the_language_can_be_changed_in_the_middle(app: FastAPI, merchant_pool: Pool) -> None:
    link = await _first_link(merchant_pool)

    page = await a_client(app).post(link, data={"store_name": "Atelier", "read_in": "en"})

    assert page.status_code == 200
    assert "Welcome to Renvoi" in page.text
    assert 'value="Atelier"' in page.text


async def test_a_link_works_once_and_a_first_one_only_as_long_as_there_is_no_merchant(
    app: FastAPI, merchant_pool: Pool
) -> None:
    links = [await _first_link(merchant_pool) for _ in range(3)]

    statuses = [
        (await a_client(app).post(link, data={**ANSWERS, "email": f"n{count}@example.com"}))
        for count, link in enumerate([links[1], links[1], links[0]])
    ]

    assert [answer.status_code for answer in statuses] == [303, 404, 404]


async def test_of_two_first_links_used_at_once_one_makes_the_merchant(
    app: FastAPI, merchant_pool: Pool
) -> None:
    links = [await _first_link(merchant_pool) for _ in range(2)]

    answers = await asyncio.gather(
        *(
            a_client(app).post(
                link, data={**ANSWERS, "slug": f"s{count}", "email": f"{count}@e.ca"}
            )
            for count, link in enumerate(links)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [303, 404]
    assert len(await merchant_pool.fetch("SELECT 1 FROM merchants")) == 1


async def test_a_day_later_the_link_is_dead(merchant_pool: Pool) -> None:
    link = await _first_link(merchant_pool)
    late = an_app(merchant_pool, now=NOON + SET_UP_LASTS + timedelta(seconds=1))

    assert (await a_client(late).get(link)).status_code == 404
    assert (await a_client(late).post(link, data=ANSWERS)).status_code == 404


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"slug": "atelier-boreal"}, "« atelier-boreal » est prise"),
        ({"email": "demi@atelier-boreal.example"}, "celui-ci ouvre déjà des sessions ici"),
    ],
)
async def test_a_further_merchant_takes_nobodys_place(
    app: FastAPI, shop: Shop, changed: dict[str, str], told: str
) -> None:
    link = urlsplit(await draw_link(shop.pool, URL, is_first=False, now=NOON)).path

    page = await a_client(app).post(link, data={**ANSWERS, **changed})
    answer = await a_client(app).post(link, data=ANSWERS)

    assert page.status_code == 422
    assert told in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert answer.status_code == 303


def _environment(database: DatabaseUrl) -> dict[str, str]:
    return {
        **os.environ,
        "DATABASE_URL": database("merchant"),
        "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:9",
        "LABELER_PUBLIC_KEY": PUBLIC_KEY,
        "NOTIFIER_PUBLIC_KEY": PUBLIC_KEY,
        "BLOB_URL": "memory:///",
    }


def _run(
    database: DatabaseUrl, *words: str, said: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "merchant_api", *words],
        env=_environment(database) | environment,
        input=said,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def _told() -> list[str]:
    left_out = {"password"}
    return [
        word
        for name, answer in ANSWERS.items()
        if name not in left_out
        for word in (f"--{name.replace('_', '-')}", answer)
    ]


def test_a_command_sets_a_merchant_up_with_the_password_from_its_input(
    database: DatabaseUrl,
) -> None:
    done = _run(database, "set-up", *_told(), said=f"{ANSWERS['password']}\n")
    again = _run(database, "set-up", *_told(), OWNER_PASSWORD=ANSWERS["password"])

    assert set(json.loads(done.stdout)) == {"merchant_id", "user_id"}
    assert again.returncode == 1
    assert "--slug: another merchant has this one." in again.stderr
    assert ANSWERS["password"] not in done.stdout + done.stderr + again.stderr


def test_the_command_says_kindly_what_is_missing(database: DatabaseUrl) -> None:
    outcome = _run(database, "set-up", "--store-name", "Atelier", said="court\n")

    assert outcome.returncode == 1
    assert "--line-1: " in outcome.stderr
    assert "--password: Choose a password of 10 characters or more" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_command_prints_a_link_for_a_further_merchant(database: DatabaseUrl) -> None:
    done = _run(database, "invite-merchant", PUBLIC_URL="https://console.example")

    assert done.stdout.startswith("https://console.example/installation/")
    assert done.stdout.strip() not in done.stderr


async def test_processes_that_start_at_once_print_each_a_link_that_works_and_log_none(
    database: DatabaseUrl,
) -> None:
    ports = [free_ports().console for _ in range(2)]
    processes = [_serve(database, port) for port in ports]
    try:
        links = [await asyncio.to_thread(_printed_link, process) for process in processes]
        statuses = [await _open(link) for link in links]
    finally:
        for process in processes:
            process.terminate()
    logs = "".join(process.communicate()[0] for process in processes)

    assert statuses == [200, 200]
    assert len(set(links)) == 2
    assert all(link.rpartition("/")[2] not in logs for link in links)


def _serve(database: DatabaseUrl, port: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "merchant_api", "serve"],
        env={
            **_environment(database),
            "PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _printed_link(process: "subprocess.Popen[str]") -> str:
    assert process.stderr is not None
    return next(line.strip() for line in process.stderr if "/installation/" in line)


async def _open(link: str) -> int:
    """Open the page as soon as the process listens."""
    async with asyncio.timeout(30), httpx.AsyncClient(trust_env=False) as browser:
        while True:
            with contextlib.suppress(httpx.TransportError):
                return (await browser.get(link)).status_code
            await asyncio.sleep(0.05)
