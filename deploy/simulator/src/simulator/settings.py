"""What the environment may say about the simulator, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from simulator.accounts import Account

DEMO_ACCOUNT = Account(
    user="renvoi-demo",
    password="specimen",  # noqa: S106  it opens nothing but this simulator
    customer_number="0000042",
    contract_id="0000007",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to listen, what to call oneself, where to remember, and who may buy."""

    directory: Path
    host: str = "127.0.0.1"
    port: int = 8082
    public_url: str = "http://127.0.0.1:8082"
    accounts: tuple[Account, ...] = (DEMO_ACCOUNT,)
    elsewhere: tuple[Account, ...] = ()
    """Accounts of the carrier's other environment: known, and of no use here."""
    rates_file: Path | None = None
    log_format: str = "pretty"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read HOST, PORT, PUBLIC_URL, LOG_FORMAT and what begins with SIMULATOR_.

    SIMULATOR_USERS holds entries `user:password:customer` or `user:password:customer:contract`,
    parted by spaces; without a contract the account is a small business, which may not buy
    returns. SIMULATOR_ELSEWHERE holds those of the other environment, in the same form.
    SIMULATOR_RATES names a rate table of one's own. Raises ValueError with a sentence.
    """
    port = int(environment.get("PORT", "8082"))
    users = environment.get("SIMULATOR_USERS", "").split()
    elsewhere = environment.get("SIMULATOR_ELSEWHERE", "").split()
    rates = environment.get("SIMULATOR_RATES")
    return Settings(
        directory=Path(environment.get("SIMULATOR_DIR", ".renvoi/simulator")),
        host=environment.get("HOST", "127.0.0.1"),
        port=port,
        public_url=environment.get("PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
        accounts=tuple(map(_read_account, users)) or (DEMO_ACCOUNT,),
        elsewhere=tuple(map(_read_account, elsewhere)),
        rates_file=Path(rates) if rates else None,
        log_format=environment.get("LOG_FORMAT", "pretty"),
    )


def _read_account(entry: str) -> Account:
    match entry.split(":"):
        case [user, password, customer]:
            return Account(user, password, customer, contract_id=None)
        case [user, password, customer, contract]:
            return Account(user, password, customer, contract_id=contract)
        case _:
            message = "SIMULATOR_USERS: each entry is user:password:customer[:contract]"
            raise ValueError(message)
