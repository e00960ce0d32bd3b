"""What customers see after the decision: called off, a label that counts no more, received."""

from contracts.decisions import ReturnApproved
from contracts.handling import ReturnClosed, ReturnReceived
from contracts.values import Parcel
from playwright.async_api import expect

from tests.browser.access import complaints_of
from tests.browser.portal_api.conftest import Entry
from tests.browser.visiting import Visits
from tests.integration.portal_api.portal import REPLY
from tests.integration.portal_api.test_lifecycle import NUMBER, a_cancellation, a_void
from tests.unit.portal_api.story import ADDRESS, MERCHANT, NOON


async def test_a_customer_thinks_again_and_asks_anew(entry: Entry, visits: Visits) -> None:
    token, return_id = await entry.portal.requested()
    await entry.portal.label(return_id)
    page = await visits.begin("phone")
    await page.goto(f"{entry.portal.settings.public_url}/r/{token}")

    await page.get_by_role("link", name="Annuler mon retour").click()
    await page.get_by_role("link", name="Garder le retour").click()
    await page.get_by_role("link", name="Annuler mon retour").click()
    assert await complaints_of(page, dark=True) == []
    await page.get_by_role("button", name="Annuler le retour").click()
    await expect(page.get_by_role("heading", name="Vous avez annulé ce retour")).to_be_visible()
    assert await complaints_of(page, dark=True) == []
    await page.get_by_role("link", name="Faire une nouvelle demande").click()

    await expect(page.get_by_role("heading", name="Retrouvons votre colis")).to_be_visible()


async def test_a_page_without_script_says_what_became_of_label_and_parcel(
    entry: Entry, visits: Visits
) -> None:
    token, return_id = await entry.portal.requested()
    await entry.portal.hear(_approval(return_id))
    await entry.portal.label(return_id)
    page = await visits.begin("desktop", scripted=False)
    url = f"{entry.portal.settings.public_url}/r/{token}?lang=en"
    said = {"return_id": return_id, "number": NUMBER, "merchant_id": MERCHANT, "reply": REPLY}

    for happened, heading in (
        (a_void(return_id), "This code no longer counts"),
        (ReturnReceived(**said, received_at=NOON), "Your parcel was received"),
        (ReturnClosed(**said, closed_at=NOON), "Your return is complete"),
    ):
        await entry.portal.hear(happened)
        await page.goto(url)
        await expect(page.get_by_role("heading", name=heading)).to_be_visible()


async def test_a_store_that_calls_off_is_named_on_the_open_page(
    entry: Entry, visits: Visits
) -> None:
    token, return_id = await entry.portal.requested()
    page = await visits.begin("phone")
    await page.goto(f"{entry.portal.settings.public_url}/r/{token}")

    await entry.portal.hear(a_cancellation(return_id))

    await expect(page.get_by_role("heading", name="La boutique a annulé ce retour")).to_be_visible()


def _approval(return_id: object) -> ReturnApproved:
    return ReturnApproved.model_validate(
        {
            "return_id": return_id,
            "number": NUMBER,
            "merchant_id": MERCHANT,
            "method": "qr_code",
            "service_code": "DOM.EP",
            "returner": ADDRESS,
            "receiver": ADDRESS,
            "parcel": Parcel(weight_grams=1),
            "approved_at": NOON,
            "reply": REPLY,
        }
    )
