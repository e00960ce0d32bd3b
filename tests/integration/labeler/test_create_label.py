"""One label per return: bought once, or not at all, or left for a person who can see it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import zxingcpp
from chassis.errors import Outage
from contracts.values import BlobRef
from labeler.settings import Settings
from PIL import Image

from tests.conftest import DatabaseUrl
from tests.integration.labeler.conftest import (
    PRIVATE_KEY,
    Desk,
    Simulator,
    an_account,
    an_approval,
)

KILLED_AT = Path(__file__).parent / "killed_at.py"


async def test_an_approval_becomes_one_label_with_its_files(
    desk: Desk, simulator: Simulator, tmp_path: Path
) -> None:
    approved = an_approval()
    await desk.stage(approved, approved)

    await desk.create(approved.return_id)
    await desk.create(approved.return_id)

    [(kind, body)] = await desk.announced()
    [sold] = simulator.sold(approved.number)
    pdf = await desk.blobs.get(BlobRef.model_validate(body["label"]))
    assert kind == "renvoi.label-created.v1"
    assert body["tracking_pin"] == sold["pin"]
    assert pdf.startswith(b"%PDF-")
    assert BlobRef.model_validate(body["label"]).sha256 == sold["artifact_sha256"]
    png = tmp_path / "qr.png"
    png.write_bytes(await desk.blobs.get(BlobRef.model_validate(body["qr_png"])))
    [code] = zxingcpp.read_barcodes(Image.open(png))
    assert code.text == await _public_url(desk)


async def _public_url(desk: Desk) -> str:
    row = await desk.pool.fetchrow("SELECT public_url, artifact_href FROM purchases")
    assert row is not None
    assert row["artifact_href"] is None, "the link is forgotten once the file is stored"
    url: str = row["public_url"]
    return url


async def test_a_lost_answer_is_never_bought_again(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "lost-response")

    for _ in range(3):
        await desk.create(approved.return_id)

    [(kind, body)] = await desk.announced()
    assert (kind, body["outcome"]) == ("renvoi.label-failed.v1", "unknown")
    assert approved.number in str(body["message"])
    assert len(simulator.sold(approved.number)) == 1


async def test_a_refusal_is_told_in_the_carriers_words(desk: Desk, simulator: Simulator) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "refuse:9111")

    await desk.create(approved.return_id)
    await desk.create(approved.return_id)

    [(kind, body)] = await desk.announced()
    assert (kind, body["outcome"], body["codes"]) == ("renvoi.label-failed.v1", "refused", ["9111"])
    assert body["message"]
    assert simulator.sold(approved.number) == []


async def test_a_carrier_that_turns_us_away_is_asked_again(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("authorizedreturn", "slm-500")

    with pytest.raises(Outage):
        await desk.create(approved.return_id)

    assert await desk.announced() == []
    assert simulator.sold(approved.number) == []


async def test_a_gateway_that_is_down_leaves_nothing_in_doubt(
    desk: Desk, simulator: Simulator
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("price", "503")
    simulator.fail("authorizedreturn", "503")

    with pytest.raises(Outage):
        await desk.create(approved.return_id)

    attempts = await desk.pool.fetch("SELECT attempt FROM label_attempts")
    assert attempts == []
    assert await desk.announced() == []


@pytest.mark.parametrize("how", ["truncated-pdf", "202-then-200", "html-200", "503"])
async def test_a_file_that_does_not_come_whole_is_fetched_again_and_not_bought_again(
    desk: Desk, simulator: Simulator, how: str
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    simulator.fail("artifact", how)

    with pytest.raises(Outage):
        await desk.create(approved.return_id)
    await desk.create(approved.return_id)

    [(kind, _)] = await desk.announced()
    assert kind == "renvoi.label-created.v1"
    assert len(simulator.sold(approved.number)) == 1


async def test_an_approval_before_its_account_waits_and_is_woken(
    desk: Desk, simulator: Simulator
) -> None:
    await desk.pool.execute("DELETE FROM carrier_accounts")
    approved = an_approval()
    await desk.stage(approved)
    with pytest.raises(Outage, match="no carrier account"):
        await desk.create(approved.return_id)
    await desk.pool.execute("UPDATE jobs SET due_at = now() + interval '1 hour'")

    await desk.stage(an_account())
    row = await desk.pool.fetchrow("SELECT due_at <= now() AS is_due FROM jobs")
    await desk.create(approved.return_id)

    assert row is not None
    assert row["is_due"]
    assert len(simulator.sold(approved.number)) == 1


async def test_an_older_account_does_not_replace_a_newer_one(desk: Desk) -> None:
    await desk.stage(an_account(version=3, customer="3"), an_account(version=2, customer="2"))

    row = await desk.pool.fetchrow("SELECT version FROM carrier_accounts")

    assert row is not None
    assert row["version"] == 3


@pytest.mark.parametrize(
    ("place", "sold", "kind"),
    [
        ("before the attempt", 1, "renvoi.label-created.v1"),
        ("after the attempt row", 0, "renvoi.label-failed.v1"),
        ("after the call", 1, "renvoi.label-failed.v1"),
        ("after the purchase row", 1, "renvoi.label-created.v1"),
        ("after the files", 1, "renvoi.label-created.v1"),
    ],
)
async def test_sigkill_at_each_step_leaves_at_most_one_label(
    desk: Desk,
    simulator: Simulator,
    database: DatabaseUrl,
    tmp_path: Path,
    place: str,
    sold: int,
    kind: str,
) -> None:
    approved = an_approval()
    await desk.stage(approved)
    killed = subprocess.run(  # noqa: ASYNC221, S603
        [sys.executable, KILLED_AT, place, str(approved.return_id)],
        env={
            **os.environ,
            "DATABASE_URL": database("labeler"),
            "BLOB_URL": (tmp_path / "blobs").as_uri(),
            "CANADA_POST_URL": simulator.url,
            "LABELER_PRIVATE_KEY": PRIVATE_KEY,
            "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:1",
        },
        check=False,
        timeout=60,
    )
    assert killed.returncode == -signal.SIGKILL

    await desk.create(approved.return_id)
    await desk.create(approved.return_id)

    [(announced, body)] = await desk.announced()
    assert len(simulator.sold(approved.number)) == sold
    assert announced == kind
    assert body.get("outcome", "unknown") == "unknown"


def test_a_torn_key_is_refused_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABELER_PRIVATE_KEY", PRIVATE_KEY[:20])

    with pytest.raises(ValueError, match="labeler_private_key"):
        Settings(
            database_url="postgresql://",
            kafka_bootstrap_servers="x:1",
            blob_url="file:///tmp",
            canada_post_url="http://x",
        )
