"""A real Kafka broker (KRaft, one node) on this machine: its settings, its folder, its command."""

import shutil
from pathlib import Path

from local_stack.child import Program
from local_stack.java import java, java_environment
from local_stack.ports import HOST

SETTINGS: dict[str, str | int | Path] = {
    "process.roles": "broker,controller",
    "node.id": 1,
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
    "inter.broker.listener.name": "PLAINTEXT",
    "auto.create.topics.enable": "false",
    # One broker holds the only copy of everything.
    "offsets.topic.replication.factor": 1,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
    "offsets.topic.num.partitions": 1,
    "transaction.state.log.num.partitions": 1,
    "share.coordinator.state.topic.num.partitions": 1,
    # After SIGKILL the controller refuses the broker until its old session has ended: with these
    # it is back in about 3 s, with the defaults in 12.
    "broker.session.timeout.ms": 1500,
    "broker.heartbeat.interval.ms": 200,
    "initial.broker.registration.timeout.ms": 30_000,
    # The first member of a group need not wait for others.
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 1000,
    # Small: halves the memory and the threads.
    "log.cleaner.dedupe.buffer.size": 4_194_304,
    "log.segment.bytes": 67_108_864,
    "num.network.threads": 2,
    "num.io.threads": 2,
    "num.replica.fetchers": 1,
}

LOGGING = """\
Configuration:
  shutdownHook: disable
  Appenders: {Console: {name: C, PatternLayout: {pattern: "%d{HH:mm:ss.SSS} %p %c{1} %m%n"}}}
  Loggers:
    Root: {level: warn, AppenderRef: {ref: C}}
"""


def prepare(folder: Path, kit: Path, log: Path, *, port: int, controller_port: int) -> Program:
    """Make `folder` ready for a broker and return how to run it.

    `kit` is what `kafka_kit.require_kit` made. Ready when the port accepts: it opens only once
    the broker has caught up.
    """
    if not (folder / "data" / "meta.properties").exists():
        shutil.rmtree(folder / "data", ignore_errors=True)
        # It names neither ports nor paths, so that a copy is as good as a second formatting.
        shutil.copytree(kit / "template", folder / "data")
    write_settings(folder, port=port, controller_port=controller_port)
    archives = [path for path in (kit / "java.jsa", kit / "kafka.jsa") if path.exists()]
    options = [f"-XX:SharedArchiveFile={':'.join(map(str, archives))}"] if archives else []
    return Program(
        argv=broker_command(folder, kit, *options),
        env=java_environment(),
        cwd=folder,
        log=log,
    )


def write_settings(folder: Path, *, port: int, controller_port: int) -> None:
    """Write the files that broker and storage tool read."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = SETTINGS | {
        "controller.quorum.voters": f"1@{HOST}:{controller_port}",
        "listeners": f"PLAINTEXT://{HOST}:{port},CONTROLLER://{HOST}:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://{HOST}:{port}",
        "log.dirs": folder / "data",
    }
    text = "".join(f"{key}={value}\n" for key, value in settings.items())
    (folder / "server.properties").write_text(text)
    (folder / "log4j2.yaml").write_text(LOGGING)


def broker_command(folder: Path, kit: Path, *options: str) -> tuple[str, ...]:
    """Return the command that runs a broker on `folder`."""
    return kafka_java(folder, kit, *options, "kafka.Kafka", str(folder / "server.properties"))


def kafka_java(folder: Path, kit: Path, *words: str) -> tuple[str, ...]:
    """Return a call of one of the programs in Kafka's jars."""
    logging = f"-Dlog4j2.configurationFile={folder / 'log4j2.yaml'}"
    return java("-cp", f"{kit / 'libs'}/*", logging, *words)
