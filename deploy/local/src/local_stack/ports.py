"""Where each part listens: the addresses of the demo, or any free ports for a second stack."""

import random
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass, fields

from local_stack.trouble import Trouble

HOST = "127.0.0.1"
# Below the ephemeral range: a client that polls a closed port inside it connects to itself sooner
# or later, and then holds the very port that the server wants.
FREE = range(15_000, 32_000)


@dataclass(frozen=True, slots=True)
class Ports:
    """One port for each thing that listens; the defaults are what the documentation names."""

    portal: int = 8080
    console: int = 8081
    simulator: int = 8082
    labeler: int = 8083
    notifier: int = 8084
    portal_work: int = 8085
    merchant_work: int = 8086
    inbox: int = 8025
    smtp: int = 1025
    kafka: int = 19092
    kafka_controller: int = 19093
    postgres: int = 15432

    def of(self, name: str) -> int:
        """Return the port of that name."""
        port: int = getattr(self, name)
        return port

    @classmethod
    def names(cls) -> list[str]:
        """List the names in order."""
        return [field.name for field in fields(cls)]


def free_ports() -> Ports:
    """Pick free ports for everything, so that a stack can run beside another."""
    picked: set[int] = set()
    while len(picked) < len(Ports.names()):
        port = random.choice(FREE)  # noqa: S311  not a secret
        if is_free(port):
            picked.add(port)
    return Ports(*picked)


def is_free(port: int) -> bool:
    """Tell whether a server could listen on `port` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def accepts(port: int) -> bool:
    """Tell whether a server accepts connections on `port`, and is not ourselves."""
    try:
        with socket.create_connection((HOST, port), timeout=0.3) as connection:
            return bool(connection.getsockname() != connection.getpeername())
    except OSError:
        return False


def require_free(ports: Ports, names: Iterable[str], *, patience_s: float = 3.0) -> None:
    """Raise Trouble if one of the named ports stays taken.

    The patience is for the parts of a stack that has just been killed and are still ending.
    """
    deadline = time.monotonic() + patience_s
    while taken := [name for name in names if not is_free(ports.of(name))]:
        if time.monotonic() > deadline:
            port = ports.of(taken[0])
            message = (
                f"Port {port} ({taken[0]}) is taken by another program. "
                f"See which with `ss -ltnp 'sport = :{port}'` (on a Mac `lsof -i :{port}`), end it "
                f"and start again, or start beside it on free ports: make demo PORTS=free"
            )
            raise Trouble(message)
        time.sleep(0.1)
