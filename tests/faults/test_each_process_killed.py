"""SIGKILL of any process at any moment of the journey: one label, and each e-mail once."""

import random
import time

import httpx
import pytest

from tests.system import Json, Parcel, Requested, System

SEED = "renvoi"
# From the submitted form to the mailed label takes about two seconds.
JOURNEY_S = 2.0
PARTS = (
    "portal-serve",
    "portal-work",
    "merchant-serve",
    "merchant-work",
    "labeler",
    "notifier",
    "simulator",
    "kafka",
    "postgres",
)


class Killer:
    """Kills one part once, when its moment has come."""

    def __init__(self, system: System, part: str) -> None:
        self.system = system
        self.part = part
        delay_s = random.Random(SEED + part).uniform(0, JOURNEY_S)  # noqa: S311
        self.at = time.monotonic() + delay_s
        self.has_killed = False

    def strike_if_due(self) -> None:
        """Kill, if it is time and was not done."""
        if not self.has_killed and time.monotonic() >= self.at:
            self.system.kill(self.part)
            self.has_killed = True


@pytest.mark.parametrize("part", PARTS)
def test_a_return_outlives_the_death_of(system: System, part: str) -> None:
    system.require(part)
    parcel = system.ship()
    draft = system.draft(parcel)
    killer = Killer(system, part)

    requested = system.until(lambda: _insist_on_request(system, parcel, draft, killer))
    system.until(lambda: _insist_on_approval(system, requested, killer))
    outcome = system.until(lambda: _settled(system, requested, killer))

    assert killer.has_killed
    sold = system.until(lambda: system.sold(requested) or _in_doubt(outcome))
    if _in_doubt(outcome):
        # The process died in the carrier's call: a person sees it, and nothing was bought twice.
        assert part in {"labeler", "simulator", "postgres"}
        assert len(system.sold(requested)) <= 1
    else:
        assert isinstance(sold, list)
        assert len(sold) == 1
        _assert_each_mail_once(system, requested, part)


def _insist_on_request(
    system: System, parcel: Parcel, draft: str, killer: Killer
) -> Requested | None:
    """Submit until it is accepted; a form sent again leads to the same return."""
    killer.strike_if_due()
    answer = system.send(parcel, draft)
    if answer.is_error:
        return None
    created = answer.json()
    return Requested(created["number"], created["token"], parcel.email)


def _insist_on_approval(system: System, requested: Requested, killer: Killer) -> bool:
    """Approve until it is approved; approved already is as good."""
    killer.strike_if_due()
    dossier = system.dossier(requested)
    if dossier is None:
        return False
    try:
        system.merchant("POST", f"/returns/{dossier['return_id']}/approve")
    except httpx.HTTPStatusError as error:
        return error.response.status_code == httpx.codes.CONFLICT
    return True


def _settled(system: System, requested: Requested, killer: Killer) -> Json | None:
    """Give the return as the merchant sees it, once its label is there or in doubt."""
    killer.strike_if_due()
    if not killer.has_killed:
        return None
    dossier = system.dossier(requested)
    is_settled = dossier is not None and _label_status(dossier) in {"ready", "unknown"}
    return dossier if is_settled else None


def _in_doubt(dossier: Json) -> bool:
    return _label_status(dossier) == "unknown"


def _label_status(dossier: Json) -> object:
    label = dossier["label"]
    return label["status"] if isinstance(label, dict) else None


def _assert_each_mail_once(system: System, requested: Requested, part: str) -> None:
    """Both mails came, once each. One that its server may have taken is never sent again."""

    def told() -> list[Json] | None:
        dossier = system.dossier(requested)
        messages = dossier["messages"] if dossier else None
        return messages if isinstance(messages, list) and len(messages) == 2 else None

    messages = system.until(told)
    subjects = [mail["subject"] for mail in system.mails(requested.email)]
    assert len(subjects) == len(set(subjects))
    if part != "notifier":
        assert [message["outcome"] for message in messages] == ["sent", "sent"]
        assert len(subjects) == 2
