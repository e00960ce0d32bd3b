import re
from html.parser import HTMLParser

import httpx
import pytest
from contracts.centres import OfferedReason
from contracts.values import Words

from tests.integration.portal_api.portal import NUMBER, TYPED, Portal
from tests.unit.portal_api.story import REASONS, a_centre

PAUSED = Words(fr="Fermé pour l’inventaire.\n\nDe retour lundi.", en="Closed for <stocktaking>.")
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


class Outline(HTMLParser):
    """What a page is made of: tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def field(self, name: str) -> dict[str, str | None]:
        return next(found for _, found in self.tags if found.get("name") == name)


async def begun(client: httpx.AsyncClient) -> str:
    """Find the parcel on the page; give the folder of the draft's pages."""
    answer = await client.post("/atelier-boreal/", data={**TYPED, "lang": "fr"})
    assert answer.status_code == 303
    return answer.headers["location"].rpartition("/")[0]


async def chosen(client: httpx.AsyncClient) -> str:
    """Go as far as the check."""
    folder = await begun(client)
    reasons = {"reasons": ["damaged"], "comment": "Bonjour.", "lang": "fr"}
    assert (await client.post(f"{folder}/motif", data=reasons)).status_code == 303
    method = {"method": "qr_code", "lang": "fr"}
    assert (await client.post(f"{folder}/mode", data=method)).status_code == 303
    return folder


async def test_four_pages_lead_from_a_number_to_a_return(client: httpx.AsyncClient) -> None:
    folder = await chosen(client)
    email = {"email": "camille@example.com", "lang": "fr"}

    sent = await client.post(f"{folder}/verification", data=email)
    page = await client.get(sent.headers["location"])

    assert re.fullmatch(r"/r/[\w-]{22}", sent.headers["location"])
    assert "Demande reçue" in page.text


async def test_sent_twice_it_leads_to_the_same_page(client: httpx.AsyncClient) -> None:
    folder = await chosen(client)
    email = {"email": "camille@example.com", "lang": "fr"}

    first = await client.post(f"{folder}/verification", data=email)
    second = await client.post(f"{folder}/verification", data=email)

    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"]


@pytest.mark.parametrize("step", ["motif", "mode", "verification"])
async def test_the_pages_of_a_sent_draft_lead_to_its_return(
    client: httpx.AsyncClient, step: str
) -> None:
    folder = await chosen(client)
    email = {"email": "camille@example.com", "lang": "fr"}
    sent = await client.post(f"{folder}/verification", data=email)

    again = await client.get(f"{folder}/{step}")

    assert (again.status_code, again.headers["location"]) == (303, sent.headers["location"])


async def test_another_draft_for_the_parcel_is_told_of_the_return(
    client: httpx.AsyncClient,
) -> None:
    one, two = await chosen(client), await chosen(client)
    email = {"email": "camille@example.com", "lang": "fr"}
    await client.post(f"{one}/verification", data=email)

    refused = await client.post(f"{two}/verification", data=email)
    looked_up = await client.post("/atelier-boreal/", data=TYPED)

    for page in (refused, looked_up):
        assert page.status_code == 409
        assert "Une demande existe déjà" in page.text
        assert re.search(r"RV-\w{4}-\w\w", page.text)


async def test_a_mistake_keeps_what_was_typed_and_is_told_twice(client: httpx.AsyncClient) -> None:
    typed = {"tracking_number": " ", "postal_code": "J1H <1>", "lang": "fr"}

    page = await client.post("/atelier-boreal/", data=typed)

    outline = Outline(page.text)
    assert page.status_code == 422
    assert "<title>Erreur\N{NO-BREAK SPACE}: Retrouvons votre colis" in page.text
    assert outline.field("postal_code")["value"] == "J1H <1>"
    assert outline.field("postal_code")["aria-invalid"] == "true"
    assert outline.field("postal_code")["aria-describedby"] == "postal_code-hint postal_code-error"
    assert page.text.count("Inscrivez le numéro de repérage.") == 2
    assert ("a", {"href": "#tracking_number"}) in outline.tags


async def test_a_parcel_that_is_not_found_marks_no_field(client: httpx.AsyncClient) -> None:
    page = await client.post("/atelier-boreal/", data={**TYPED, "postal_code": "H2X 1Y4"})

    assert page.status_code == 404
    assert f"Nous ne trouvons pas d{APOSTROPHE}envoi" in page.text
    assert "aria-invalid" not in page.text
    assert Outline(page.text).field("tracking_number")["value"] == NUMBER


async def test_no_reason_keeps_the_comment(client: httpx.AsyncClient) -> None:
    folder = await begun(client)

    page = await client.post(f"{folder}/motif", data={"comment": "\nDeux\nlignes", "lang": "fr"})

    assert page.status_code == 422
    assert "Cochez au moins un motif." in page.text
    assert ">\n\nDeux\nlignes</textarea>" in page.text


async def test_a_comment_that_is_too_long_keeps_the_reasons(client: httpx.AsyncClient) -> None:
    folder = await begun(client)
    typed = {"reasons": ["fit"], "comment": "x" * 1001, "lang": "fr"}

    page = await client.post(f"{folder}/motif", data=typed)

    assert page.status_code == 422
    assert 'value="fit" id="reasons" checked' in page.text
    assert "x" * 1001 in page.text


async def test_a_reason_that_asks_for_a_comment_does_not_go_on_without(portal: Portal) -> None:
    other = OfferedReason(
        code="other", words=Words(fr="Autre motif", en="Another reason"), asks_comment=True
    )
    await portal.hear(a_centre(version=2, reasons=(*REASONS, other)))
    async with portal.client() as client:
        folder = await begun(client)
        typed = {"reasons": ["fit", "other"], "lang": "en"}

        page = await client.post(f"{folder}/motif", data={**typed, "comment": " "})
        gone_on = await client.post(f"{folder}/motif", data={**typed, "comment": "It hums."})
        without = await client.post(f"{folder}/motif", data={"reasons": ["fit"], "lang": "en"})

    assert page.status_code == 422
    assert page.text.count("Say why in a few words: a reason you ticked needs it.") == 2
    assert 'value="other" data-asks checked' in page.text
    assert gone_on.status_code == without.status_code == 303


async def test_a_wrong_address_stays_to_be_mended(client: httpx.AsyncClient) -> None:
    folder = await chosen(client)

    page = await client.post(f"{folder}/verification", data={"email": "camille@", "lang": "fr"})

    assert page.status_code == 422
    assert Outline(page.text).field("email")["value"] == "camille@"


async def test_no_address_is_filled_in_for_the_customer(client: httpx.AsyncClient) -> None:
    folder = await chosen(client)

    page = await client.get(f"{folder}/verification")

    assert Outline(page.text).field("email")["value"] == ""
    assert "camille" not in page.text.lower()


async def test_the_other_language_keeps_what_was_typed_to_find_a_parcel(
    client: httpx.AsyncClient,
) -> None:
    typed = {"tracking_number": "7023 21", "postal_code": "J1H", "lang": "fr", "switch": "en"}

    page = await client.post("/atelier-boreal/", data=typed)

    outline = Outline(page.text)
    assert page.status_code == 200
    assert "Find my parcel" in page.text
    assert outline.field("tracking_number")["value"] == "7023 21"
    assert outline.field("lang")["value"] == "en"


async def test_the_other_language_is_remembered_and_keeps_every_answer(
    client: httpx.AsyncClient,
) -> None:
    folder = await chosen(client)
    typed = {"email": "camille@", "lang": "fr", "switch": "en"}

    switched = await client.post(f"{folder}/verification", data=typed)
    check = await client.get(switched.headers["location"])
    reasons = await client.get(f"{folder}/motif")
    sent = await client.post(f"{folder}/verification", data={"email": "camille@example.com"})
    status = await client.get(sent.headers["location"])

    assert (switched.status_code, "Check, then send" in check.text) == (303, True)
    assert Outline(check.text).field("email")["value"] == "camille@"
    assert "Bonjour.</textarea>" in reasons.text
    assert "Request received" in status.text


async def test_a_step_cannot_be_skipped(client: httpx.AsyncClient) -> None:
    folder = await begun(client)

    for step in ("mode", "verification"):
        skipped = await client.get(f"{folder}/{step}")
        assert skipped.headers["location"] == f"{folder}/motif"
    sent = await client.post(f"{folder}/verification", data={"email": "camille@example.com"})
    assert sent.headers["location"] == f"{folder}/motif"


async def test_a_draft_is_at_home_in_its_own_centre(portal: Portal) -> None:
    await portal.hear(
        a_centre(merchant_id="019ab000-0000-7000-8000-000000000002", slug="atelier-austral")
    )

    async with portal.client() as client:
        folder = await begun(client)
        page = await client.get(folder.replace("boreal", "austral") + "/motif")

    assert page.status_code == 404


async def test_one_centre_is_the_home_of_the_portal(client: httpx.AsyncClient) -> None:
    home = await client.get("/")
    bare = await client.get("/atelier-boreal")

    assert (home.status_code, home.headers["location"]) == (303, "/atelier-boreal/")
    assert (bare.status_code, bare.headers["location"]) == (308, "/atelier-boreal/")


async def test_two_centres_have_no_common_home(portal: Portal) -> None:
    await portal.hear(
        a_centre(merchant_id="019ab000-0000-7000-8000-000000000002", slug="atelier-austral")
    )

    async with portal.client() as client:
        home = await client.get("/")

    assert home.status_code == 404
    assert f"Cette page n{APOSTROPHE}existe pas" in home.text


async def test_a_link_from_the_store_brings_the_number_along(client: httpx.AsyncClient) -> None:
    page = await client.get('/atelier-boreal/?numero=7023"><script>')

    assert Outline(page.text).field("tracking_number")["value"] == '7023"><script>'
    assert "<script>" not in page.text


async def test_a_closed_centre_is_calm_and_shows_the_way_to_the_store(portal: Portal) -> None:
    await portal.hear(a_centre(version=2, is_open=False))

    async with portal.client() as client:
        page = await client.get("/atelier-boreal/")

    assert "sont en pause" in page.text
    assert "mailto:retours@example.com" in page.text


async def test_a_paused_centre_says_why_in_the_words_of_its_store(portal: Portal) -> None:
    await portal.hear(a_centre(version=2, is_open=False, paused=PAUSED))

    async with portal.client() as client:
        french = await client.get("/atelier-boreal/")
        english = await client.get("/atelier-boreal/?lang=en")

    assert "<p>Fermé pour l’inventaire.</p>\n<p>De retour lundi.</p>" in french.text
    assert "<p>Closed for &lt;stocktaking&gt;.</p>" in english.text
    assert "isn’t taking online requests" not in english.text


async def test_a_request_begun_before_the_pause_is_kept_and_sent_after_it(portal: Portal) -> None:
    async with portal.client() as client:
        folder = await chosen(client)
        await portal.hear(a_centre(version=2, is_open=False, paused=PAUSED))

        refused = await client.post(
            f"{folder}/verification", data={"email": "camille@example.com", "lang": "fr"}
        )
        again = await client.get(f"{folder}/verification")
        await portal.hear(a_centre(version=3))
        sent = await client.post(
            f"{folder}/verification", data={"email": "camille@example.com", "lang": "fr"}
        )

    assert refused.status_code == 409
    assert "Fermé pour l’inventaire." in refused.text
    assert "Rien de ce que vous avez écrit n’est perdu" in refused.text
    assert f'href="{folder}/verification"' in refused.text
    assert 'value="camille@example.com"' in again.text
    assert "Bonjour." in again.text
    assert sent.headers["location"].startswith("/r/")


async def test_a_return_under_way_stays_within_reach_during_a_pause(portal: Portal) -> None:
    token, _ = await portal.requested()
    await portal.hear(a_centre(version=2, is_open=False, paused=PAUSED))

    async with portal.client() as client:
        page = await client.get(f"/r/{token}")

    assert page.status_code == 200
    assert "Demande reçue" in page.text


async def test_a_link_may_bring_number_and_postal_code_and_sends_nothing(portal: Portal) -> None:
    link = "/atelier-boreal/?colis=7023%202101%209483%207261&code=j1h-1a1"

    async with portal.client() as client:
        page = await client.get(link)
        answer = await client.post(
            "/atelier-boreal/",
            data={
                name: Outline(page.text).field(name)["value"] or ""
                for name in ("tracking_number", "postal_code")
            },
        )

    assert Outline(page.text).field("postal_code")["value"] == "j1h-1a1"
    assert answer.status_code == 303
    assert await portal.rows("SELECT 1 FROM returns") == []


async def test_what_a_link_brings_is_never_more_than_text(client: httpx.AsyncClient) -> None:
    page = await client.get('/atelier-boreal/?colis=%00"><script>&code=' + "x" * 5000)

    assert Outline(page.text).field("tracking_number")["value"] == '"><script>'
    assert len(Outline(page.text).field("postal_code")["value"] or "") == 30


async def test_policy_and_privacy_are_pages_in_both_languages(client: httpx.AsyncClient) -> None:
    for path, words in (
        ("/atelier-boreal/politique", "Trente jours."),
        ("/atelier-boreal/politique?lang=en", "Thirty days."),
        ("/atelier-boreal/renseignements-personnels", "vie-privee@example.com"),
        ("/atelier-boreal/renseignements-personnels?lang=en", "Your personal information"),
    ):
        assert words in (await client.get(path)).text


async def test_every_link_of_every_page_leads_somewhere(portal: Portal) -> None:
    async with portal.client() as client:
        folder = await chosen(client)
        seen: set[str] = set()
        waiting = ["/atelier-boreal/", f"{folder}/verification"]
        while waiting:
            path = waiting.pop()
            if path in seen:
                continue
            seen.add(path)
            page = await client.get(path)
            assert page.status_code == 200, path
            assert page.headers["content-type"]
            if "text/html" in page.headers["content-type"]:
                waiting += [path_of(link, path) for link in links(page.text)]

    assert len(seen) > 15


def links(html: str) -> list[str]:
    found = [tag.get("href") or tag.get("src") or "" for _, tag in Outline(html).tags]
    return [link for link in found if link and not link.startswith(("mailto:", "data:", "#"))]


def path_of(link: str, page: str) -> str:
    return page.partition("?")[0] + link if link.startswith("?") else link.partition("#")[0]


async def test_a_theme_may_be_kept_only_under_its_current_address(portal: Portal) -> None:
    async with portal.client() as client:
        html = (await client.get("/atelier-boreal/")).text
        [address] = [link for link in links(html) if link.startswith("/theme/") and ".css" in link]
        current = await client.get(address)
        await portal.hear(a_centre(version=2, accent="#e4572e", background="of-the-future"))
        old = await client.get(address)

    assert "--accent: #23504a" in current.text
    assert current.headers["cache-control"].endswith("immutable")
    assert "--accent: #e4572e" in old.text
    assert old.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/theme/nobody-1.css", "/theme/atelier-boreal.css", "/theme/atelier-boreal-1.js"]
)
async def test_no_other_theme_exists(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404
