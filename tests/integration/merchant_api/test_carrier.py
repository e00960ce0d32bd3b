"""The carrier account: saved sealed, tried before or after, and told in words what is wrong."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from chassis.db import Pool
from fastapi import FastAPI
from merchant_api.carrier.check_account import MOST_IN_WINDOW, WINDOW, keep_tried
from merchant_api.carrier.errors import BoxGone

from tests.integration.merchant_api.edge import a_client, an_app, signed_in
from tests.integration.merchant_api.story import DEMI, NOON, Shop, announced, hears, opened

CARRIER = "/parametres/transporteur"
TYPED = {
    "environnement": "test",
    "client": "000-1234 567",
    "convention": "42",
    "utilisateur": " utilisatrice ",
    "motdepasse": " secret-canary ",
}
HELD = {
    "user": "utilisatrice",
    "password": " secret-canary ",
    "customer_number": "0001234567",
    "contract_id": "42",
    "environment": "test",
}


async def _asked(shop: Shop) -> dict[str, object]:
    """Return the last trial that was asked for."""
    *_, asked = await announced(shop.pool, "carrier-check-requested")
    return asked


async def _sealed(shop: Shop) -> list[dict[str, object]]:
    return await announced(shop.pool, "carrier-account-sealed")


async def test_an_account_is_saved_sealed_and_never_shown_again(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    saved = await person.post(CARRIER, data=TYPED)

    page = (await person.get(saved.headers["location"])).text
    *_, event = await _sealed(shop)
    assert opened(event["sealed"]) == HELD
    assert saved.headers["location"] == f"{CARRIER}?avis=carrier-saved"
    assert "•••\N{NO-BREAK SPACE}567" in page
    for secret in ("secret-canary", "utilisatrice", "1234567"):
        assert secret not in page


async def test_the_same_account_again_announces_nothing(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    for _ in range(2):
        await person.post(CARRIER, data=TYPED)

    assert [event["version"] for event in await _sealed(shop)] == [1, 2]


@pytest.mark.parametrize(
    ("changes", "field", "told"),
    [
        ({"client": ""}, "client", "Saisissez le numéro de client"),
        ({"client": "12345678901"}, "client", "de 1 à 10 chiffres"),
        ({"convention": "A1"}, "convention", "de 1 à 10 chiffres"),
        ({"utilisateur": "a:b"}, "utilisateur", "sans deux-points"),
        ({"motdepasse": ""}, "motdepasse", "Saisissez le mot de passe"),
    ],
)
@pytest.mark.parametrize("path", [CARRIER, f"{CARRIER}/essais"])
async def test_what_is_wrong_is_told_at_its_field_and_the_rest_stays(
    app: FastAPI, shop: Shop, path: str, changes: dict[str, str], field: str, told: str
) -> None:
    person = await signed_in(app, shop)

    answer = await person.post(path, data=TYPED | changes)

    assert answer.status_code == 422
    assert f'id="{field}-erreur"' in answer.text
    assert told in answer.text
    assert 'value="test" checked' in answer.text
    assert "secret-canary" not in answer.text, "a password is in no page"
    assert field == "client" or 'value="000-1234 567"' in answer.text
    assert len(await _sealed(shop)) == 1


async def test_an_empty_form_leaves_the_account_as_it_is(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    answer = await person.post(CARRIER, data={"environnement": "production", "motdepasse": ""})
    changed = await person.post(CARRIER, data={"environnement": "test"})

    assert answer.headers["location"] == f"{CARRIER}?avis=carrier-unchanged"
    assert changed.status_code == 422
    assert len(await _sealed(shop)) == 1


async def test_the_account_opens_a_centre_that_waited_for_it(app: FastAPI, shop: Shop) -> None:
    await shop.pool.execute("DELETE FROM carrier_accounts")
    await shop.pool.execute("UPDATE centres SET is_open = false")
    person = await signed_in(app, shop)

    saved = await person.post(CARRIER, data=TYPED)

    *_, centre = await announced(shop.pool, "centre-configured")
    assert saved.headers["location"] == f"{CARRIER}?avis=carrier-saved-open"
    assert centre["is_open"] is True


async def test_an_account_is_tried_before_it_is_saved_and_then_kept_as_it_was_typed(
    app: FastAPI, shop: Shop
) -> None:
    person = await signed_in(app, shop)

    sent = await person.post(f"{CARRIER}/essais", data=TYPED)
    waiting = (await person.get(sent.headers["location"])).text
    asked = await _asked(shop)
    check_id = UUID(str(asked["check_id"]))
    unsaved = len(await _sealed(shop))
    await hears(shop.pool, shop.a_checked(check_id))
    answered = (await person.get(sent.headers["location"])).text
    kept = await person.post(f"{CARRIER}/essais/{check_id}/garder")

    assert opened(asked["sealed"]) == HELD
    assert asked["destination_postal_code"] == "H2X1Y4"
    assert "Postes Canada vérifie" in waiting
    assert "http-equiv" in waiting
    assert "La connexion fonctionne" in answered
    assert "http-equiv" not in answered
    assert unsaved == 1
    assert kept.headers["location"] == f"{CARRIER}?avis=carrier-saved"
    assert opened((await _sealed(shop))[-1]["sealed"]) == HELD


async def test_the_saved_account_is_tried_as_it_is(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)

    await person.post(f"{CARRIER}/essais", data={"environnement": "production"})

    [sealed] = await _sealed(shop)
    assert (await _asked(shop))["sealed"] == sealed["sealed"]


async def test_what_was_tried_is_remembered_until_another_is(app: FastAPI, shop: Shop) -> None:
    person = await signed_in(app, shop)
    await person.post(f"{CARRIER}/essais", data=TYPED)
    first = UUID(str((await _asked(shop))["check_id"]))
    await person.post(f"{CARRIER}/essais", data=TYPED | {"client": "7"})

    late = await person.post(f"{CARRIER}/essais/{first}/garder")

    assert late.headers["location"] == f"{CARRIER}?avis=carrier-box-gone"
    with pytest.raises(BoxGone):
        await keep_tried(shop.pool, shop.merchant_id, first, actor=DEMI, now=NOON)
    assert len(await _sealed(shop)) == 1


@pytest.mark.parametrize(
    ("outcome", "finding", "told"),
    [
        ("refused", "credentials", "Vérifiez l’utilisateur et le mot de passe"),
        ("refused", "contract", "Vérifiez le numéro de convention"),
        ("refused", "a_finding_of_tomorrow", "Relisez chaque champ"),
        ("unreachable", "no_answer", "Votre compte n’est pas en cause"),
        ("ok", "no_contract", "sans convention"),
        ("ok", "a_finding_of_tomorrow", "reconnaît le compte"),
    ],
)
async def test_the_panel_says_in_words_what_to_look_at(
    app: FastAPI, shop: Shop, outcome: str, finding: str, told: str
) -> None:
    person = await signed_in(app, shop)
    check_id = await shop.tries_account()
    await hears(shop.pool, shop.a_checked(check_id, outcome, finding, "E002"))  # type: ignore[arg-type]

    panel = (await person.get(f"{CARRIER}/essais/{check_id}")).text

    assert told in panel
    assert "AAA Échec de l’authentification" in panel
    assert "hx-get" not in panel, "nothing more will come"


async def test_an_answer_that_does_not_come_within_a_minute_is_told(
    merchant_pool: Pool, shop: Shop
) -> None:
    check_id = await shop.tries_account()

    async def panel(seconds: int) -> str:
        app = an_app(merchant_pool, now=NOON + timedelta(seconds=seconds))
        return (await (await signed_in(app, shop)).get(f"{CARRIER}/essais/{check_id}")).text

    assert "Postes Canada vérifie" in await panel(59)
    assert "Pas de réponse en une minute" in await panel(60)
    assert "hx-get" in await panel(599)
    assert "hx-get" not in await panel(600)


async def test_trials_are_bounded_and_the_bound_passes(merchant_pool: Pool, shop: Shop) -> None:
    for _ in range(MOST_IN_WINDOW):
        await shop.tries_account()
    async with a_client(an_app(merchant_pool), key=shop.key) as program:
        refused = await program.post("/api/v1/carrier-account/checks", json={})
    page = await (await signed_in(an_app(merchant_pool), shop)).post(
        f"{CARRIER}/essais", data={"environnement": "production"}
    )
    later = an_app(merchant_pool, now=NOON + WINDOW)
    async with a_client(later, key=shop.key) as program:
        taken = await program.post("/api/v1/carrier-account/checks", json={})

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "601")
    assert "Attendez quelques minutes" in page.text
    assert taken.status_code == 202


async def test_by_api_an_account_is_tried_and_the_answer_read(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    asked = await program.post(
        "/api/v1/carrier-account/checks", json={"account": HELD, "language": "en"}
    )
    where = asked.headers["location"]
    pending = (await program.get(where)).json()
    check_id = UUID(asked.json()["check_id"])
    await hears(shop.pool, *[shop.a_checked(check_id, "refused", "credentials", "E002")] * 2)
    answered = (await program.get(where)).json()

    assert pending["status"] == "pending"
    assert (answered["status"], answered["finding"]) == ("refused", "credentials")
    assert answered["codes"] == ["E002"]
    assert (await _asked(shop))["language"] == "en"
    assert len(await _sealed(shop)) == 1, "trying saves nothing"


async def test_with_no_account_there_is_none_to_read_or_try(
    program: httpx.AsyncClient, shop: Shop
) -> None:
    await shop.pool.execute("DELETE FROM carrier_accounts")

    answers = [
        await program.get("/api/v1/carrier-account"),
        await program.post("/api/v1/carrier-account/checks", json={}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
