"""PostgreSQL and Kafka in containers, the way testcontainers starts them."""

import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from testcontainers.community.postgres import PostgresContainer
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

_CLIENT_PORT = 9093
_START = "/tmp/start-broker.sh"  # noqa: S108  a path in the container


class KafkaContainer(DockerContainer):
    """Apache's own image. testcontainers' Kafka module knows only another vendor's."""

    def __init__(self) -> None:
        super().__init__("apache/kafka:4.3.1")
        self.with_exposed_ports(_CLIENT_PORT)
        self.with_env("KAFKA_NODE_ID", "1")
        self.with_env("KAFKA_PROCESS_ROLES", "broker,controller")
        self.with_env("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9094")
        self.with_env("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER")
        self.with_env(
            "KAFKA_LISTENERS", f"OUTSIDE://:{_CLIENT_PORT},INSIDE://:9092,CONTROLLER://:9094"
        )
        self.with_env(
            "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
            "OUTSIDE:PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT",
        )
        self.with_env("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE")
        self.with_env("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1")
        self.with_env("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
        self.with_env("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
        self.with_env("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
        self.with_command(f'sh -c "until [ -f {_START} ]; do sleep 0.1; done; . {_START}"')

    def servers(self) -> str:
        """Return the address for clients outside."""
        return f"{self.get_container_host_ip()}:{self.get_exposed_port(_CLIENT_PORT)}"

    def start(self) -> "KafkaContainer":
        """Start the broker once its outside port is known: it has to advertise it."""
        super().start()
        advertised = f"OUTSIDE://{self.servers()},INSIDE://localhost:9092"
        script = f"export KAFKA_ADVERTISED_LISTENERS={advertised}\nexec /etc/kafka/docker/run\n"
        self.get_wrapped_container().put_archive("/", _archive(_START, script.encode()))
        started = LogMessageWaitStrategy("Kafka Server started")
        started.with_startup_timeout(60).wait_until_ready(self)
        return self


def _archive(path: str, content: bytes) -> bytes:
    archive = BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        entry = tarfile.TarInfo(path.lstrip("/"))
        entry.size = len(content)
        entry.mtime = int(time.time())
        tar.addfile(entry, BytesIO(content))
    return archive.getvalue()


@contextmanager
def in_containers() -> Iterator[tuple[str, str]]:
    """Run both; give the database's and the broker's address."""
    with PostgresContainer("postgres:18", driver=None) as postgres, KafkaContainer() as kafka:
        yield postgres.get_connection_url(), kafka.servers()
