"""Owners invite, change and remove; whoever is invited comes in once, and an owner always stays."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from merchant_api.people.change_team import change_role, remove_person
from merchant_api.people.errors import LastOwner
from merchant_api.people.links import INVITATION_LASTS

from tests.integration.merchant_api.edge import a_client, an_app, signed_in
from tests.integration.merchant_api.people_story import (
    NOA,
    as_person,
    hired,
    invited,
    mailed_link,
)
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, opened

TEAM = "/parametres/equipe"
GOOD = {"password": "une petite phrase à moi"}


async def test_an_invited_person_chooses_a_password_and_is_in(app: FastAPI, shop: Shop) -> None:
    owner = await signed_in(app, shop)

    form = {"email": f" {NOA.upper()} ", "role": "agent", "language": "en"}
    answer = await owner.post(f"{TEAM}/inviter", data=form)
    link = await mailed_link(shop.pool, "person-invited")
    browser = a_client(app)
    page = await browser.get(link)
    came_in = await browser.post(link, data=GOOD)

    assert answer.headers["location"] == f"{TEAM}?avis=invited"
    assert NOA in page.text
    assert "Join Atelier Boréal" in page.text
    assert (came_in.status_code, came_in.headers["location"]) == (303, "/")
    assert (await browser.get("/compte")).status_code == 200
    assert (await browser.get(TEAM)).status_code == 403
    listed = (await owner.get(TEAM)).text
    assert NOA in listed
    assert "Invitations en attente" not in listed


async def test_the_mail_says_who_invites_and_nobody_else_can_read_to_whom(shop: Shop) -> None:
    await invited(shop)

    [event] = await announced(shop.pool, "person-invited")
    confidential = event["confidential"]
    assert isinstance(confidential, dict)
    confided = opened(confidential["sealed"])
    assert (confided["email"], confided["by"]) == (NOA, DEMI.name)
    assert NOA not in str({**event, "confidential": None})


async def test_whoever_was_signed_in_as_somebody_else_is_not_any_more(
    app: FastAPI, shop: Shop
) -> None:
    await invited(shop)
    browser = await signed_in(app, shop)
    before = browser.cookies["renvoi"]

    await browser.post(await mailed_link(shop.pool, "person-invited"), data=GOOD)

    old = a_client(app)
    old.cookies.set("renvoi", before)
    assert (await old.get("/compte")).status_code == 303
    assert NOA in (await browser.get("/compte")).text


async def test_a_link_works_once(app: FastAPI, shop: Shop) -> None:
    await invited(shop)
    link = await mailed_link(shop.pool, "person-invited")

    first, second = [await a_client(app).post(link, data=GOOD) for _ in range(2)]

    assert (first.status_code, second.status_code) == (303, 404)
    assert "Cette invitation ne sert plus" in second.text


async def test_of_two_who_open_a_link_at_once_one_comes_in(app: FastAPI, shop: Shop) -> None:
    await invited(shop)
    link = await mailed_link(shop.pool, "person-invited")

    answers = await asyncio.gather(*(a_client(app).post(link, data=GOOD) for _ in range(2)))

    assert sorted(answer.status_code for answer in answers) == [303, 404]


async def test_a_week_later_the_link_is_dead_and_can_be_sent_again(shop: Shop) -> None:
    late = NOON + INVITATION_LASTS
    app = an_app(shop.pool, now=late)
    invitation = await invited(shop)
    link = await mailed_link(shop.pool, "person-invited")
    assert (await a_client(app).get(link)).status_code == 404
    owner = await signed_in(app, shop)
    assert "A pris fin le" in (await owner.get(TEAM)).text

    await owner.post(f"{TEAM}/invitations/{invitation.invitation_id}/renvoyer")

    newer = await mailed_link(shop.pool, "person-invited")
    assert newer != link
    assert (await a_client(app).get(newer)).status_code == 200
    assert (await a_client(app).get(link)).status_code == 404


async def test_a_revoked_link_is_dead(app: FastAPI, shop: Shop) -> None:
    invitation = await invited(shop)
    link = await mailed_link(shop.pool, "person-invited")
    owner = await signed_in(app, shop)

    await owner.post(f"{TEAM}/invitations/{invitation.invitation_id}/revoquer")

    assert (await a_client(app).get(link)).status_code == 404
    assert (await a_client(app).post(link, data=GOOD)).status_code == 404


async def test_inviting_tells_nobody_that_an_email_signs_in_elsewhere(
    app: FastAPI, shop: Shop, other_shop: Shop
) -> None:
    owner = await signed_in(app, shop)

    answers = [
        await owner.post(f"{TEAM}/inviter", data={"email": email})
        for email in (other_shop.email, NOA)
    ]
    *_, first = [await mailed_link(shop.pool, "person-invited")]

    assert [answer.headers["location"] for answer in answers] == [f"{TEAM}?avis=invited"] * 2
    assert first
    known, _ = await announced(shop.pool, "person-invited")
    assert isinstance(known["confidential"], dict)
    link = str(opened(known["confidential"]["sealed"])["url"])
    page = await a_client(app).get(link)
    assert page.status_code == 409
    assert "Cette adresse ouvre déjà des sessions ici" in page.text
    assert "austral" not in page.text.lower()
    refused = await a_client(app).post(link, data=GOOD)
    assert refused.status_code == 409


@pytest.mark.parametrize(
    ("email", "told"),
    [
        ("noa", "Vérifiez le courriel"),
        ("demi@atelier-boreal.example", "fait déjà partie de l’équipe"),
        ("awaited@example.com", "est déjà invitée"),
    ],
)
async def test_who_cannot_be_invited_is_told_why_and_what_was_typed_stays(
    app: FastAPI, shop: Shop, email: str, told: str
) -> None:
    await invited(shop, "awaited@example.com")
    owner = await signed_in(app, shop)

    page = await owner.post(f"{TEAM}/inviter", data={"email": email, "role": "owner"})

    assert page.status_code == 422
    assert told in page.text
    assert f'value="{email}"' in page.text
    assert len(await announced(shop.pool, "person-invited")) == 1


async def test_whoever_is_removed_is_out_at_once(app: FastAPI, shop: Shop) -> None:
    agent = await hired(shop)
    browser, owner = await as_person(app, NOA), await signed_in(app, shop)

    asked = await owner.get(f"{TEAM}/{agent.user_id}/retirer")
    answer = await owner.post(f"{TEAM}/{agent.user_id}/retirer")

    assert NOA in asked.text
    assert answer.headers["location"] == f"{TEAM}?avis=person-removed"
    assert (await browser.get("/retours")).headers["location"].startswith("/connexion")
    again = await a_client(app).post("/connexion", data={"email": NOA, "password": "x"})
    assert again.status_code == 422


async def test_the_last_owner_can_neither_be_removed_nor_be_made_less(
    app: FastAPI, shop: Shop
) -> None:
    await hired(shop)
    owner, owner_id = await signed_in(app, shop), await shop.owner_id()

    removed = await owner.post(f"{TEAM}/{owner_id}/retirer")
    lessened = await owner.post(f"{TEAM}/{owner_id}/role", data={"role": "agent"})

    assert {removed.headers["location"], lessened.headers["location"]} == {
        f"{TEAM}?avis=last-owner"
    }
    assert "au moins une personne propriétaire" in (await owner.get(f"{TEAM}?avis=last-owner")).text


async def test_of_two_owners_who_take_each_other_out_one_stays(shop: Shop) -> None:
    one, other = await shop.owner_id(), (await hired(shop, role="owner")).user_id

    outcomes = await asyncio.gather(
        remove_person(shop.pool, shop.merchant_id, one, actor=DEMI, now=NOON),
        change_role(shop.pool, shop.merchant_id, other, "agent", actor=DEMI, now=NOON),
        return_exceptions=True,
    )

    assert [type(outcome) for outcome in outcomes if outcome] == [LastOwner]


async def test_mails_to_strangers_are_bounded(app: FastAPI, shop: Shop) -> None:
    owner = await signed_in(app, shop)

    answers = [
        await owner.post(f"{TEAM}/inviter", data={"email": f"n{count}@example.com"})
        for count in range(31)
    ]

    assert {answer.status_code for answer in answers[:30]} == {303}
    assert "Beaucoup d’invitations" in answers[30].text


async def test_everything_done_to_people_is_in_the_audit(app: FastAPI, shop: Shop) -> None:
    agent, invitation = await hired(shop), await invited(shop, "n@example.com")
    owner = await signed_in(app, shop)

    await owner.post(f"{TEAM}/invitations/{invitation.invitation_id}/renvoyer")
    await owner.post(f"{TEAM}/invitations/{invitation.invitation_id}/revoquer")
    await owner.post(f"{TEAM}/{agent.user_id}/role", data={"role": "owner"})
    await owner.post(f"{TEAM}/{agent.user_id}/retirer")

    rows = await shop.pool.fetch("SELECT act FROM audit WHERE actor_kind = 'user' ORDER BY 1")
    assert [row["act"] for row in rows] == [
        "invitation.revoked",
        "invitation.sent_again",
        "person.invited",
        "person.made_owner",
        "person.removed",
    ]


async def test_programs_manage_people_as_the_pages_do(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    sent = {"email": "Noa@Example.com", "role": "agent", "language": "en"}
    created = await program.post("/api/v1/people", json=sent)
    invitation = created.json()
    again = await program.post("/api/v1/people", json=sent)
    resent = await program.post(f"/api/v1/people/invitations/{invitation['invitation_id']}/send")
    read = await program.get(created.headers["location"])
    listed = (await program.get("/api/v1/people/invitations")).json()
    revoked = await program.delete(f"/api/v1/people/invitations/{invitation['invitation_id']}")

    assert (created.status_code, invitation["email"]) == (201, NOA)
    assert read.json() == resent.json()
    assert again.json()["type"] == "/problems/already-invited"
    assert resent.status_code == 200
    assert [it["email"] for it in listed["invitations"]] == [NOA]
    assert revoked.status_code == 204

    agent = await hired(shop)
    people = (await program.get("/api/v1/people", params={"limit": 1})).json()
    rest = (await program.get("/api/v1/people", params={"cursor": people["next_cursor"]})).json()
    assert [it["email"] for it in (*people["people"], *rest["people"])] == [shop.email, NOA]
    role = await program.put(f"/api/v1/people/{agent.user_id}/role", json={"role": "owner"})
    assert role.status_code == 204
    assert (await program.get(f"/api/v1/people/{agent.user_id}")).json()["role"] == "owner"
    assert (await program.delete(f"/api/v1/people/{agent.user_id}")).status_code == 204
    last = await program.delete(f"/api/v1/people/{await shop.owner_id()}")
    assert (last.status_code, last.json()["type"]) == (409, "/problems/last-owner")


async def test_a_page_tells_when_somebody_was_last_there(shop: Shop) -> None:
    await hired(shop)
    await as_person(an_app(shop.pool, now=NOON - timedelta(days=2)), NOA)
    owner = await signed_in(an_app(shop.pool), shop)

    page = (await owner.get(TEAM)).text.replace("\N{NO-BREAK SPACE}", " ")

    assert "Retours seulement · dernière visite : 18 novembre 2026, 12 h 00" in page
