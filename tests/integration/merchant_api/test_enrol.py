"""Enrolling makes things be as the file says, and says nothing twice."""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from chassis.db import Pool
from merchant_api.enrolment.enrol_merchant import Enrolled, enrol_merchant
from merchant_api.enrolment.enrolment_file import Enrolment
from merchant_api.keys.open_with_key import open_with_key
from merchant_api.people.errors import EmailTaken
from merchant_api.people.sign_in import Credentials, find_visitor, sign_in

from tests.conftest import DatabaseUrl
from tests.integration.merchant_api.story import (
    NOON,
    PASSWORD,
    PUBLIC_KEY,
    SEALING,
    Shop,
    an_enrolment,
    announced,
    opened,
)

ROOT = Path(__file__).parents[3]
DEMO = ROOT / "deploy/local/src/local_stack/demo/merchant.toml"
PARCEL = """
[[shipments]]
tracking_number = "7000000000001013"
delivered_days_ago = 6
recipient = { name = "Camille Exemple", line_1 = "25, rue Imaginaire", city = "Sherbrooke", province = "QC", postal_code = "J1H1A1" }
parcel = { weight_grams = 1200 }
"""  # noqa: E501  TOML wants it on one line


async def _enrol(
    pool: Pool, enrolment: Enrolment, *, new_key: bool = False, days: int = 0
) -> Enrolled:
    return await enrol_merchant(
        pool, SEALING, enrolment, new_key=new_key, now=NOON + timedelta(days=days)
    )


async def test_a_new_merchant_is_announced_whole(merchant_pool: Pool) -> None:
    enrolled = await _enrol(merchant_pool, an_enrolment(then=PARCEL))

    [centre] = await announced(merchant_pool, "centre-configured")
    [account] = await announced(merchant_pool, "carrier-account-sealed")
    [shipment] = await announced(merchant_pool, "shipment-recorded")
    assert (centre["slug"], centre["version"]) == ("atelier-boreal", 1)
    assert "return_address" not in centre, "where parcels go is told with the label"
    assert opened(account["sealed"])["password"] == "specimen-canary"
    assert shipment["delivered_on"] == "2026-11-14"
    assert enrolled.api_key is not None
    program = await open_with_key(merchant_pool, enrolled.api_key)
    assert program.merchant_id == enrolled.merchant_id


async def test_the_same_file_again_changes_nothing(merchant_pool: Pool) -> None:
    first = await _enrol(merchant_pool, an_enrolment(then=PARCEL))
    before = await announced(merchant_pool)

    second = await _enrol(merchant_pool, an_enrolment(then=PARCEL))

    assert second == Enrolled(first.merchant_id, None)
    assert await announced(merchant_pool) == before


async def test_a_changed_file_announces_what_changed_and_no_more(merchant_pool: Pool) -> None:
    await _enrol(merchant_pool, an_enrolment(then=PARCEL))
    before = await announced(merchant_pool)

    await _enrol(merchant_pool, an_enrolment(approval="automatic", then=PARCEL))

    [event] = (await announced(merchant_pool))[len(before) :]
    assert (event["version"], event["approval"]) == (2, "automatic")


async def test_days_of_delivery_move_with_the_day_of_enrolment(merchant_pool: Pool) -> None:
    await _enrol(merchant_pool, an_enrolment(then=PARCEL))

    await _enrol(merchant_pool, an_enrolment(then=PARCEL), days=7)

    told = [
        (event["version"], event["delivered_on"])
        for event in await announced(merchant_pool, "shipment-recorded")
    ]
    assert told == [(1, "2026-11-14"), (2, "2026-11-21")]


async def test_another_key_leaves_the_first_one_valid(merchant_pool: Pool) -> None:
    first = await _enrol(merchant_pool, an_enrolment())

    second = await _enrol(merchant_pool, an_enrolment(), new_key=True)

    keys = (first.api_key or "", second.api_key or "")
    assert {(await open_with_key(merchant_pool, key)).merchant_id for key in keys} == {
        first.merchant_id
    }


async def test_another_password_ends_every_session(shop: Shop) -> None:
    typed = Credentials(shop.email, PASSWORD, "127.0.0.1")
    secret = await sign_in(shop.pool, SEALING.passwords, typed, language=None, now=NOON)
    person = an_enrolment().user.model_copy(update={"password": "quite another password"})

    await _enrol(shop.pool, an_enrolment().model_copy(update={"user": person}))

    assert await find_visitor(shop.pool, secret, is_a_visit=True, now=NOON) is None


async def test_an_email_opens_one_merchant_and_the_other_file_changes_nothing(
    shop: Shop,
) -> None:
    before = await announced(shop.pool)

    with pytest.raises(EmailTaken):
        await _enrol(shop.pool, an_enrolment("atelier-austral", email=shop.email))

    assert await announced(shop.pool) == before


async def test_no_secret_lies_in_the_database_in_clear(merchant_pool: Pool) -> None:
    enrolled = await _enrol(merchant_pool, an_enrolment())
    assert enrolled.api_key is not None
    secret = enrolled.api_key.split("_")[3]

    dump = await _dump(merchant_pool)

    for canary in (secret, PASSWORD, "specimen-canary"):
        assert canary not in dump
        assert canary.encode().hex() not in dump, "in bytea columns text is shown as hex"


async def _dump(pool: Pool) -> str:
    tables = await pool.fetch("SELECT tablename FROM pg_tables WHERE schemaname = current_schema")
    rows = [
        str(row["line"])
        for table in tables
        for row in await pool.fetch(
            f"SELECT row_to_json(t)::text AS line FROM {table['tablename']} AS t"  # noqa: S608
        )
    ]
    return "\n".join(rows)


def _run(database: DatabaseUrl, file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-m", "merchant_api", "enrol", "--file", str(file)],
        env={
            **os.environ,
            "DATABASE_URL": database("merchant"),
            "KAFKA_BOOTSTRAP_SERVERS": "127.0.0.1:9",
            "LABELER_PUBLIC_KEY": PUBLIC_KEY,
            "NOTIFIER_PUBLIC_KEY": PUBLIC_KEY,
            "BLOB_URL": "memory:///",
        },
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )


def test_the_command_prints_one_line_with_the_key_once(database: DatabaseUrl) -> None:
    first, second = _run(database, DEMO), _run(database, DEMO)

    one, two = json.loads(first.stdout), json.loads(second.stdout)
    assert one["api_key"].startswith("rp_live_")
    assert two == {"merchant_id": one["merchant_id"], "api_key": None}
    assert one["api_key"] not in first.stderr + second.stderr
    assert "renvoi-demo" not in first.stderr


def test_the_command_says_kindly_what_is_wrong_with_the_file(
    database: DatabaseUrl, tmp_path: Path
) -> None:
    file = tmp_path / "merchant.toml"
    file.write_text(DEMO.read_text("utf-8").replace('"#23504a"', '"green"'), "utf-8")

    outcome = _run(database, file)

    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert "centre.accent is not right" in outcome.stderr
    assert "Traceback" not in outcome.stderr
