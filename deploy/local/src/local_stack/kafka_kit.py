"""What Kafka needs on a machine once: its jars, a formatted folder, its classes ready to map."""

import base64
import fcntl
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from local_stack import child
from local_stack.jars import pinned_jars, require_jars
from local_stack.java import java, java_environment, java_version
from local_stack.kafka import broker_command, kafka_java, write_settings
from local_stack.ports import accepts, free_ports
from local_stack.trouble import Trouble

# A Java start that takes two seconds takes twenty on a machine that is busy with other things.
WITHIN_S = 90


def require_kit(cache: Path, *, tell: Callable[[str], None]) -> Path:
    """Return the folder with jars, template and class archives, making what is missing.

    `tell` hears what is being done. Raises Trouble.
    """
    jars = pinned_jars()
    kafka = next(jar.version for jar in jars if jar.artifact.startswith("kafka_"))
    kit = cache.absolute() / f"kafka-{kafka}-java-{java_version()}"
    kit.mkdir(parents=True, exist_ok=True)
    with _alone(kit / "lock"):
        require_jars(kit / "libs", jars, fetched=lambda name: tell(f"fetched {name}"))
        if not (kit / "template" / "meta.properties").exists():
            tell("formatting a folder for Kafka")
            _make_template(kit)
        if not (kit / "kafka.jsa").exists():
            tell("teaching Java to start Kafka quickly")
            _make_archives(kit)
    return kit


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold off a second stack that shares this cache."""
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_template(kit: Path) -> None:
    folder = _emptied(kit / "formatting")
    write_settings(folder, port=19092, controller_port=19093)
    cluster = base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("=")
    settings = str(folder / "server.properties")
    # By Kafka's own tool: a hand-written meta.properties lacks the versions of its features.
    words = ("kafka.tools.StorageTool", "format", "-t", cluster, "-c", settings)
    _run(kafka_java(folder, kit, *words), what="format its folder")
    shutil.rmtree(kit / "template", ignore_errors=True)
    (folder / "data").rename(kit / "template")
    shutil.rmtree(folder)


def _make_archives(kit: Path) -> None:
    """Write Java's own classes, then Kafka's on top, as they lie in memory: half a start saved.

    Kafka's are those that one start and stop of a broker loads.
    """
    base = f"-XX:SharedArchiveFile={kit / 'java.jsa'}"
    _run(java("-Xshare:dump", base), what="write an archive of Java's classes")
    folder = _emptied(kit / "rehearsal")
    shutil.copytree(kit / "template", folder / "data")
    ports = free_ports()
    write_settings(folder, port=ports.kafka, controller_port=ports.kafka_controller)
    partial = kit / "kafka.jsa.partial"
    program = child.Program(
        argv=broker_command(folder, kit, base, f"-XX:ArchiveClassesAtExit={partial}"),
        env=java_environment(),
        cwd=folder,
        log=folder / "broker.log",
    )
    process = child.start(program)
    deadline = time.monotonic() + WITHIN_S
    while not accepts(ports.kafka) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    child.end(process, program.stop_signal)
    child.reap(process, within_s=WITHIN_S)
    if not partial.exists():
        message = f"Kafka could not be started:\n{child.tail(program.log)}"
        raise Trouble(message)
    partial.rename(kit / "kafka.jsa")
    shutil.rmtree(folder)


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _run(command: tuple[str, ...], *, what: str) -> None:
    outcome = subprocess.run(  # noqa: S603  the command is our own
        command,
        env=java_environment(),
        capture_output=True,
        check=False,
        text=True,
        timeout=WITHIN_S,
    )
    if outcome.returncode:
        message = f"Kafka could not {what}:\n{outcome.stdout}{outcome.stderr}"
        raise Trouble(message)
