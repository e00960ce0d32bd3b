from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from simulator.parcels import AlreadyFurther, Scans

NOON = datetime(2026, 11, 25, 17, 0, tzinfo=UTC)
PIN = "0000000000000017"


@pytest.fixture
def scans(tmp_path: Path) -> Iterator[Scans]:
    scans = Scans(tmp_path)
    yield scans
    scans.close()


def test_a_parcel_that_was_never_scanned_is_only_announced(scans: Scans) -> None:
    assert scans.stage(PIN) == "info"


def test_a_parcel_may_skip_a_stage_and_never_goes_back(scans: Scans) -> None:
    scans.scan(PIN, "in_transit", at=NOON)

    with pytest.raises(AlreadyFurther, match="in_transit"):
        scans.scan(PIN, "accepted", at=NOON)

    assert scans.stage(PIN) == "in_transit"


def test_a_second_scan_at_one_stage_changes_nothing(scans: Scans) -> None:
    scans.scan(PIN, "accepted", at=NOON)
    scans.scan(PIN, "accepted", at=NOON + timedelta(hours=1))

    assert scans.times(PIN) == {"accepted": NOON}


def test_scans_are_remembered(scans: Scans, tmp_path: Path) -> None:
    scans.scan(PIN, "accepted", at=NOON)
    scans.close()

    again = Scans(tmp_path)

    assert again.times(PIN) == {"accepted": NOON}
    again.close()
