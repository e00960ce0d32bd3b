"""Settings: how the centre stands, whether it takes requests, and the store itself."""

from datetime import datetime
from typing import Final

from fastapi import APIRouter

from merchant_api.actors import Program
from merchant_api.api.caller import SettingsReader, SettingsWriter
from merchant_api.api.problems import documented
from merchant_api.centre.centre_settings import CentreSettings
from merchant_api.centre.centre_shapes import ActivationIn, CentreOut, StoreIn
from merchant_api.centre.change_activation import pause, resume
from merchant_api.centre.change_centre import Change, change_centre
from merchant_api.centre.change_store import change_store
from merchant_api.centre.errors import WordsMissing
from merchant_api.centre.read_centre import read_centre
from merchant_api.workplace import At, Workplace

router = APIRouter(prefix="/centre", tags=["settings"])

_WORDS_MISSING: Final = documented(
    "There are no words for the pause",
    "/problems/words-missing",
    409,
    detail="Tell `paused`: what customers read, in both languages.",
)


@router.get("", summary="Read the centre")
async def get_centre(caller: SettingsReader, at: At) -> CentreOut:
    """Return how the centre stands, what is missing before it opens, and how it is set up."""
    return await _answer(at, caller)


@router.put(
    "/activation",
    summary="Pause the centre, or open it again",
    responses={409: _WORDS_MISSING},
)
async def put_activation(caller: SettingsWriter, at: At, told: ActivationIn) -> CentreOut:
    """Take no new requests, or take them again. Returns under way stay within reach."""
    await _change(at, caller, _activation(told), act="centre.activation")
    return await _answer(at, caller)


@router.put("/store", summary="Replace what is told of the store")
async def put_store(caller: SettingsWriter, at: At, told: StoreIn) -> CentreOut:
    """Save names, business address, policy, methods and service. The slug stays as it is."""
    store = told.store()
    await _change(at, caller, lambda known: change_store(known, store), act="centre.store")
    return await _answer(at, caller)


def _activation(told: ActivationIn) -> Change:
    def change(settings: CentreSettings) -> CentreSettings:
        if not told.is_paused:
            return resume(settings)
        words = told.paused.words() if told.paused else settings.paused
        if words is None:
            raise WordsMissing
        return pause(settings, words)

    return change


async def _change(at: Workplace, caller: Program, change: Change, *, act: str) -> None:
    now: datetime = at.now()
    await change_centre(at.pool, caller.merchant_id, change, actor=caller.actor, now=now, act=act)


async def _answer(at: Workplace, caller: Program) -> CentreOut:
    return CentreOut.of(await read_centre(at.pool, caller.merchant_id), at.portal_url)
