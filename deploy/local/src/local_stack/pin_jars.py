"""`python -m local_stack.pin_jars`: resolve Kafka anew and write coordinates and digests down.

For whoever raises the version; a start only reads the result.
"""

import hashlib
from pathlib import Path

import jgo

KAFKA = "org.apache.kafka:kafka_2.13:4.3.1"
# The broker's jars bring no log binding. It is resolved in a call of its own: both coordinates in
# one call gave an old kafka-clients and a NoSuchMethodError at start.
LOG_BINDING = "org.apache.logging.log4j:log4j-slf4j-impl:2.25.4"

HEADER = """\
# Kafka and what it needs: SHA-256 and Maven coordinate of each jar.
# Written by `python -m local_stack.pin_jars`; checked before each start.
"""


def main() -> None:
    """Write the pins beside this file."""
    artifacts = {
        (artifact.groupId, artifact.artifactId): artifact
        for endpoint in (LOG_BINDING, KAFKA)  # where both have a jar, Kafka's version stays
        for artifact in jgo.resolve(endpoint)
    }
    lines = [
        f"{hashlib.sha256(artifact.resolve().read_bytes()).hexdigest()}  "
        f"{group}:{name}:{artifact.version}\n"
        for (group, name), artifact in sorted(artifacts.items())
    ]
    Path(__file__).with_name("kafka-jars.txt").write_text(HEADER + "".join(lines))


if __name__ == "__main__":
    main()
