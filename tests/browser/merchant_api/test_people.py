"""Moving in, inviting, coming in, forgetting and changing a password: as people do it."""

import pytest
from merchant_api.enrolment.set_up_link import draw_link
from merchant_api.people.links import FORGOTTEN
from playwright.async_api import Browser, Page, expect

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.merchant_api.conftest import Desk
from tests.integration.merchant_api.people_story import (
    NOA,
    answer_recoveries,
    hired,
    invited,
    mailed_link,
)
from tests.integration.merchant_api.story import NOON, PASSWORD

TEAM = "/parametres/equipe"
NEW = "une petite phrase à moi"


async def _somebody(desk: Desk, *, width: int = 1280, script: bool = True) -> Page:
    """Open a browser in which nobody is signed in."""
    browser: Browser = desk.browser
    context = await browser.new_context(
        viewport={"width": width, "height": 900},
        java_script_enabled=script,
        reduced_motion="reduce",
        locale="fr-CA",
    )
    page = await context.new_page()
    page.set_default_timeout(10_000)
    return page


async def _set_up_link(desk: Desk) -> str:
    return await draw_link(desk.shop.pool, desk.url, is_first=False, now=NOON)


async def test_a_merchant_moves_in(desk: Desk) -> None:
    page = await _somebody(desk)
    await page.goto(await _set_up_link(desk))

    await page.get_by_label("Nom de la boutique").fill("L’Œuvre & Fils")
    await expect(page.get_by_label("Adresse de votre portail")).to_have_value("l-oeuvre-et-fils")
    await page.get_by_label("Mot de passe", exact=True).fill("court")
    await page.get_by_role("button", name="Créer mon centre de retours").click()
    await expect(page.get_by_role("alert")).to_contain_text("6 réponses sont à revoir")
    await expect(page.get_by_label("Nom de la boutique")).to_have_value("L’Œuvre & Fils")

    await page.get_by_label("Numéro et rue").fill("100, rue de l’Exemple")
    await page.get_by_label("Ville").fill("Montréal")
    await page.get_by_label("Province ou territoire").select_option("QC")
    await page.get_by_label("Code postal").fill("h2x1y4")
    await page.get_by_label("Votre courriel").fill("demi@example.com")
    password = page.get_by_label("Mot de passe", exact=True)
    await password.fill(NEW)
    await page.get_by_label("Afficher le mot de passe").check()
    await expect(password).to_have_attribute("type", "text")
    await page.get_by_role("button", name="Créer mon centre de retours").click()

    await page.wait_for_url(f"{desk.url}/")
    await page.get_by_role("link", name="Votre compte").click()
    await expect(page.get_by_text("demi@example.com")).to_be_visible()
    desk.complaints.clear()


async def test_without_script_a_merchant_moves_in_and_changes_the_language_on_the_way(
    desk: Desk,
) -> None:
    page = await _somebody(desk, width=390, script=False)
    await page.goto(await _set_up_link(desk))

    await page.get_by_label("Nom de la boutique").fill("Atelier Modèle")
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("heading", name="Welcome to Renvoi")).to_be_visible()
    await expect(page.get_by_label("Name of the store")).to_have_value("Atelier Modèle")
    await page.get_by_label("Number and street").fill("100, rue de l’Exemple")
    await page.get_by_label("City").fill("Montréal")
    await page.get_by_label("Province or territory").select_option("QC")
    await page.get_by_label("Postal code").fill("H2X 1Y4")
    await page.get_by_label("Your email").fill("demi@example.com")
    await page.get_by_label("Password", exact=True).fill(NEW)
    await page.keyboard.press("Enter")

    await page.wait_for_url(f"{desk.url}/")
    await expect(page.locator("html")).to_have_attribute("lang", "en-CA")


@pytest.mark.parametrize(("script", "width"), [(True, 1280), (False, 390)])
async def test_an_owner_invites_and_the_person_comes_in(
    desk: Desk, *, script: bool, width: int
) -> None:
    owner = await desk.open(script=script, width=width)
    await owner.goto(f"{desk.url}{TEAM}")

    await owner.get_by_label("Courriel de la personne").fill(NOA)
    await owner.get_by_role("button", name="Envoyer l’invitation").click()
    await expect(owner.get_by_role("status")).to_contain_text("Invitation envoyée.")
    await expect(owner.get_by_role("heading", name="Invitations en attente")).to_be_visible()
    person = await _somebody(desk, script=script, width=width)
    await person.goto(desk.url + await mailed_link(desk.shop.pool, "person-invited"))
    await expect(person.get_by_role("heading", name="Rejoignez Atelier Boréal")).to_be_visible()
    await person.get_by_label("Mot de passe", exact=True).fill(NEW)
    await person.get_by_role("button", name="Accepter l’invitation").click()

    await person.wait_for_url(f"{desk.url}/")
    await expect(person.get_by_role("link", name="Paramètres")).to_have_count(0)
    await owner.reload()
    await expect(owner.get_by_role("heading", name="Invitations en attente")).to_have_count(0)


async def test_an_owner_sends_again_and_revokes(desk: Desk) -> None:
    await invited(desk.shop)
    owner = await desk.open(language="en", width=390)
    await owner.goto(f"{desk.url}{TEAM}")

    await owner.get_by_role("button", name=f"Send again : {NOA}").click()
    await expect(owner.get_by_role("status")).to_contain_text("The old link no longer works.")
    await owner.get_by_role("button", name=f"Revoke the invitation : {NOA}").click()

    await expect(owner.get_by_role("status")).to_contain_text("Invitation revoked.")
    await expect(owner.get_by_text(NOA)).to_have_count(0)


async def test_an_owner_makes_an_owner_and_thinks_before_removing(desk: Desk) -> None:
    await hired(desk.shop)
    owner = await desk.open()
    await owner.goto(f"{desk.url}{TEAM}")

    await owner.get_by_role("button", name=f"Rendre propriétaire : {NOA}").click()
    await expect(owner.get_by_role("status")).to_contain_text("L’accès est changé.")
    await owner.get_by_role("link", name=f"Retirer {NOA}").click()
    await owner.get_by_role("link", name="Garder").click()
    await expect(owner.get_by_text(NOA).first).to_be_visible()
    await owner.get_by_role("link", name=f"Retirer {NOA}").click()
    await owner.get_by_role("button", name="Retirer de l’équipe").click()

    await expect(owner.get_by_role("status")).to_contain_text("Personne retirée.")
    await expect(owner.get_by_text(NOA)).to_have_count(0)


async def test_a_person_changes_the_password_and_closes_other_sessions(desk: Desk) -> None:
    elsewhere, here = await desk.open(), await desk.open(script=False, width=390)
    await here.get_by_role("link", name="Votre compte").click()
    await here.get_by_role("button", name="Fermer les autres sessions").click()
    await expect(here.get_by_role("status")).to_contain_text("Vos autres sessions sont fermées.")
    await elsewhere.reload()
    await expect(elsewhere.get_by_role("heading", name="Ouvrir une session")).to_be_visible()

    await here.get_by_label("Mot de passe actuel").fill("wrong")
    await here.get_by_label("Nouveau mot de passe").fill(NEW)
    await here.get_by_role("button", name="Enregistrer le mot de passe").click()
    await expect(here.get_by_role("alert")).to_contain_text("ce n’est pas celui-là")
    await here.get_by_label("Mot de passe actuel").fill(PASSWORD)
    await here.get_by_label("Nouveau mot de passe").fill(NEW)
    await here.get_by_role("button", name="Enregistrer le mot de passe").click()

    await expect(here.get_by_role("status")).to_contain_text("Mot de passe changé.")
    desk.complaints.clear()  # a form sent back with its error is a 422, of which Chromium tells


async def test_a_person_reads_another_language(desk: Desk) -> None:
    page = await desk.open()
    await page.goto(f"{desk.url}/compte")

    await page.get_by_label("English").check()
    await page.get_by_role("button", name="Enregistrer la langue").click()

    await expect(page.get_by_role("heading", name="Your account")).to_be_visible()


async def test_a_forgotten_password_is_replaced_by_mail(desk: Desk) -> None:
    page = await _somebody(desk, width=390)
    await page.goto(f"{desk.url}/connexion")

    await page.get_by_role("link", name="Mot de passe oublié?").click()
    await page.get_by_label("Courriel").fill(desk.shop.email)
    await page.get_by_role("button", name="Recevoir un lien").click()
    await expect(page.get_by_role("heading", name="Regardez votre boîte")).to_be_visible()
    await answer_recoveries(desk.shop.pool)
    await page.goto(desk.url + await mailed_link(desk.shop.pool, "password-reset-requested"))
    await page.get_by_label("Nouveau mot de passe").fill(NEW)
    await page.get_by_role("button", name="Enregistrer le mot de passe").click()
    await expect(page.get_by_role("status")).to_contain_text("Votre mot de passe est changé.")
    await page.get_by_label("Courriel").fill(desk.shop.email)
    await page.get_by_label("Mot de passe").fill(NEW)
    await page.get_by_role("button", name="Ouvrir la session").click()

    await page.wait_for_url(f"{desk.url}/")


async def test_everyone_can_read_and_use_the_pages_of_people(desk: Desk) -> None:
    person = await hired(desk.shop, "une-adresse-bien-longue-pour-un-telephone@exemple.example")
    await invited(desk.shop)
    page = await desk.open()

    for path in ("/compte", TEAM, f"{TEAM}/{person.user_id}/retirer"):
        await page.goto(f"{desk.url}{path}")

        assert await complaints_of(page, dark=True) == [], path
        assert await complaints_of_keyboard(page) == [], path


async def test_everyone_can_read_and_use_the_pages_behind_links(desk: Desk) -> None:
    await invited(desk.shop)
    invitation = await mailed_link(desk.shop.pool, "person-invited")
    set_up = (await _set_up_link(desk)).removeprefix(desk.url)
    page = await _somebody(desk)

    for path in (FORGOTTEN, "/mot-de-passe/none", invitation, set_up):
        await page.goto(f"{desk.url}{path}?lang=en")

        assert await complaints_of(page) == [], path
        assert await complaints_of_keyboard(page) == [], path
