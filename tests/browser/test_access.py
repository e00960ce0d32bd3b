"""Every page, in both languages, can be used by everybody."""

import pytest

from tests.browser.access import complaints_of, complaints_of_keyboard
from tests.browser.door_sights import door_sights
from tests.browser.sights import console_sights, other_sights, portal_sights
from tests.browser.spoken import EN, FR, Spoken
from tests.browser.standing import Standing, bring_about
from tests.browser.visiting import Visits
from tests.system import System

WALKS = {
    "portal": portal_sights,
    "console": console_sights,
    "doors": door_sights,
    "beside": other_sights,
}
in_both_languages = pytest.mark.parametrize("said", [FR, EN], ids=["fr", "en"])


@pytest.fixture(scope="module")
def standing(system: System) -> Standing:
    return bring_about(system)


@in_both_languages
@pytest.mark.parametrize("where", WALKS)
async def test_no_page_keeps_anybody_out(
    system: System, standing: Standing, visits: Visits, said: Spoken, where: str
) -> None:
    page = await visits.begin()
    wrong: list[str] = []

    async for name in WALKS[where](page, said, system, standing):
        found = await complaints_of(page, dark=where in ("console", "beside"))
        wrong += [f"{name}: {complaint}" for complaint in found]

    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("where", ["portal", "console", "doors"])
async def test_every_page_can_be_used_by_keyboard(
    system: System, standing: Standing, visits: Visits, where: str
) -> None:
    page = await visits.begin()
    wrong: list[str] = []

    async for name in WALKS[where](page, FR, system, standing):
        wrong += [f"{name}: {found}" for found in await complaints_of_keyboard(page)]

    assert not wrong, "\n".join(wrong)
