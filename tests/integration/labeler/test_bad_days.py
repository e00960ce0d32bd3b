"""What the carrier, the database and a second worker can do to a purchase, and what comes of it."""

import asyncio
import json
from base64 import b64encode
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import asyncpg
import pytest
from chassis.blobs import Blobs
from chassis.errors import Outage
from labeler.clock import utc_now
from labeler.create_label import create_label
from labeler.errors import AccountUnusable, AttemptTaken
from nacl.public import PrivateKey
from structlog.testing import capture_logs

from tests.integration.labeler.conftest import (
    Desk,
    Simulator,
    an_account,
    an_approval,
    an_enquiry,
)

DEADLINE_S = 20.0
CREATED, FAILED = "renvoi.label-created.v1", "renvoi.label-failed.v1"


async def _until_the_call_is_under_way(desk: Desk, return_id: UUID) -> None:
    sql = "SELECT FROM label_attempts WHERE order_id = $1 AND outcome IS NULL"
    async with asyncio.timeout(DEADLINE_S):
        while not await desk.pool.fetch(sql, return_id):  # noqa: ASYNC110  a row tells it
            await asyncio.sleep(0.01)


async def _announced(desk: Desk) -> list[tuple[str, object]]:
    return [(kind, body.get("outcome")) for kind, body in await desk.announced()]


async def test_an_answer_that_comes_too_late_is_in_doubt_and_not_asked_for_again(
    desk: Desk, simulator: Simulator
) -> None:
    impatient = replace(desk, carrier=replace(desk.carrier, timeout_s=0.4))
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "delay:1.2")

    for _ in range(3):
        await impatient.create(approved.return_id)

    assert await _announced(desk) == [(FAILED, "unknown")]
    assert len(simulator.sold(approved.number)) <= 1


async def test_a_database_that_is_away_when_the_answer_comes_does_not_lose_the_label(
    desk: Desk, simulator: Simulator, admin_url: str
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    [row] = await desk.pool.fetch("SELECT current_database() AS name")
    simulator.fail("authorizedreturn", "delay:0.6")
    creating = asyncio.create_task(desk.create(approved.return_id))
    await _until_the_call_is_under_way(desk, approved.return_id)

    admin = await asyncpg.connect(admin_url)
    with capture_logs() as logs:
        await admin.execute(f"ALTER DATABASE {row['name']} CONNECTION LIMIT 0")
        await admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
            row["name"],
        )
        async with asyncio.timeout(DEADLINE_S):
            while not any(log["event"] == "waiting for the database" for log in logs):  # noqa: ASYNC110  a log tells it
                await asyncio.sleep(0.01)
    await admin.execute(f"ALTER DATABASE {row['name']} CONNECTION LIMIT -1")
    await admin.close()
    await creating

    assert await _announced(desk) == [(CREATED, None)]
    assert len(simulator.sold(approved.number)) == 1


async def test_of_two_workers_at_once_one_buys(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "delay:0.3")

    results = await asyncio.gather(
        *(desk.create(approved.return_id) for _ in range(2)), return_exceptions=True
    )

    # The one who comes late enough finds the label there, and has nothing to say.
    assert {type(result) for result in results if result} <= {AttemptTaken}
    assert (CREATED, None) in await _announced(desk)
    assert len(simulator.sold(approved.number)) == 1


async def test_an_answer_after_the_attempt_was_given_up_is_not_thrown_away(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "delay:0.6")
    paused = asyncio.create_task(desk.create(approved.return_id))
    await _until_the_call_is_under_way(desk, approved.return_id)

    await desk.create(approved.return_id)
    await paused
    await desk.create(approved.return_id)

    assert await _announced(desk) == [(FAILED, "unknown"), (CREATED, None)]
    assert len(simulator.sold(approved.number)) == 1


async def test_a_return_that_the_carrier_could_not_read_is_refused_without_a_call(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    nameless = approved.returner.model_copy(update={"name": " "})
    await desk.stage(approved.model_copy(update={"returner": nameless}))

    await desk.create(approved.return_id)

    assert await _announced(desk) == [(FAILED, "refused")]
    assert await desk.pool.fetch("SELECT FROM label_attempts") == []
    assert simulator.sold(approved.number) == []


async def test_an_account_sealed_to_another_key_waits_for_a_newer_one(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    other_key = replace(desk.carrier, private_key=_another_key())

    with pytest.raises(AccountUnusable):
        await replace(desk, carrier=other_key).create(approved.return_id)
    assert await _announced(desk) == []

    await desk.create(approved.return_id)
    assert len(simulator.sold(approved.number)) == 1


def _another_key() -> str:
    return b64encode(bytes(PrivateKey.generate())).decode()


async def test_an_estimate_before_its_account_is_woken_by_it(desk: Desk) -> None:
    await desk.pool.execute("DELETE FROM carrier_accounts")
    enquiry = an_enquiry()
    await desk.stage(enquiry)
    await desk.pool.execute("UPDATE jobs SET due_at = now() + interval '1 hour'")

    await desk.stage(an_account())

    [job] = await desk.pool.fetch("SELECT kind, key, due_at <= now() AS is_due FROM jobs")
    assert (job["kind"], job["key"], job["is_due"]) == ("estimate", str(enquiry.estimate_id), True)


async def test_another_merchants_account_wakes_nothing(desk: Desk) -> None:
    await desk.stage(an_approval(merchant_id=UUID(int=7)))
    await desk.pool.execute("UPDATE jobs SET due_at = now() + interval '1 hour'")

    await desk.stage(an_account(version=2))

    [job] = await desk.pool.fetch("SELECT due_at > now() AS waits FROM jobs")
    assert job["waits"]


async def test_a_file_refused_for_an_hour_is_given_up_and_its_parcel_followed(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("artifact", "empty-messages-404", times=3)
    with pytest.raises(Outage):
        await desk.create(approved.return_id)

    def later() -> datetime:
        return utc_now() + timedelta(hours=2)

    for _ in range(2):
        await create_label(desk.pool, desk.carrier, desk.blobs, approved.return_id, clock=later)

    [sold] = simulator.sold(approved.number)
    [(kind, body)] = await desk.announced()
    jobs = await desk.pool.fetch("SELECT FROM jobs WHERE kind = 'track'")
    assert (kind, body["outcome"], body["codes"]) == (FAILED, "unknown", ["file-lost"])
    assert sold["pin"] in str(body["message"])
    assert len(jobs) == 1


async def test_storage_that_is_away_costs_no_second_label(
    desk: Desk, simulator: Simulator, tmp_path: Path
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    folder = tmp_path / "away"
    away = replace(desk, blobs=Blobs(folder.as_uri()))
    folder.rmdir()
    folder.write_bytes(b"")

    with pytest.raises(Outage, match="blob storage"):
        await away.create(approved.return_id)
    folder.unlink()
    await away.create(approved.return_id)

    assert await _announced(desk) == [(CREATED, None)]
    assert len(simulator.sold(approved.number)) == 1


async def test_no_log_names_a_person_a_key_a_link_or_a_parcel(
    desk: Desk, simulator: Simulator
) -> None:
    approved, refused = an_approval(), an_approval()
    await desk.stage(approved, refused)
    simulator.fail("artifact", "truncated-pdf")

    with capture_logs() as logs:
        with pytest.raises(Outage):
            await desk.create(approved.return_id)
        links = await desk.pool.fetchrow("SELECT artifact_href, public_url FROM purchases")
        await desk.create(approved.return_id)
        simulator.fail("authorizedreturn", "refuse:9111")
        await desk.create(refused.return_id)

    said = json.dumps(logs, default=str, ensure_ascii=False)
    [sold] = simulator.sold(approved.number)
    assert links is not None
    secrets = [links["artifact_href"], links["public_url"], "renvoi-demo", "specimen"]
    people = ["Camille", "Essai", "J1H1A1", sold["pin"]]
    assert len(logs) >= 3
    assert [word for word in (*secrets, *people) if word in said] == []
