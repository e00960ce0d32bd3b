"""What the simulator holds while it runs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from simulator.faults import Faults
from simulator.ledger import Ledger
from simulator.parcels import Scans
from simulator.rate_table import RateTable, load_rates
from simulator.settings import Settings

# The carrier's developer pages give an authorized return's download link five calendar days. How
# long a public key lives is not published; thirty days is what its consumer pages say of a QR code.
ARTIFACT_LIFE = timedelta(days=5)
PUBLIC_LIFE = timedelta(days=30)

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """Tell the time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Depot:
    """Settings, rates, the ledger, the scans, the faults on order, and a clock."""

    settings: Settings
    rates: RateTable
    ledger: Ledger
    scans: Scans
    now: Clock
    faults: Faults = field(default_factory=Faults)

    def close(self) -> None:
        self.ledger.close()
        self.scans.close()


def open_depot(settings: Settings, now: Clock = wall_clock) -> Depot:
    """Take over the folder. Raises JournalInUse, OSError, or ValueError for a bad rate table."""
    rates = load_rates(settings.rates_file)
    ledger = Ledger(settings.directory)
    return Depot(settings, rates, ledger, Scans(settings.directory), now)
