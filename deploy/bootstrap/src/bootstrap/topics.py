"""The topics as the table in contracts wants them: made, grown, and with their settings."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aiokafka.admin import (
    AIOKafkaAdminClient,
    NewPartitions,
    NewTopic,
)
from aiokafka.admin.config_resource import (
    ConfigResource,
    ConfigResourceType,
)
from aiokafka.errors import KafkaError, for_code
from contracts.topics import DEAD_CONFIG, DEAD_PARTITIONS, DEAD_SUFFIX, TOPICS

from bootstrap.waiting import NotReached, keep_trying

log = logging.getLogger(__name__)

ALREADY_EXISTS = 36
# Where a setting comes from, in the answer to DescribeConfigs: set on the topic itself.
SET_ON_TOPIC = 1
REPLICAS_AT_MOST = 3
SHOWN_AGAIN_S = 0.1


@dataclass(frozen=True, slots=True)
class Wanted:
    """A topic as it should be; settings not named here stand at the broker's default."""

    name: str
    partitions: int
    config: Mapping[str, str]


def wanted_topics() -> list[Wanted]:
    """List every topic of the table, and beside each the one for records given up."""
    living = [Wanted(topic.name, topic.partitions, topic.config) for topic in TOPICS]
    dead = [Wanted(topic.name + DEAD_SUFFIX, DEAD_PARTITIONS, DEAD_CONFIG) for topic in TOPICS]
    return living + dead


async def prepare_topics(
    servers: str, wanted: Sequence[Wanted] | None = None, *, wait_s: float = 60.0
) -> None:
    """Create or mend the topics. Safe to repeat. Raises NotReached."""
    topics = wanted_topics() if wanted is None else wanted
    admin = await _connect(servers, wait_s=wait_s)
    try:
        async with asyncio.timeout(wait_s):
            existing = await _partitions(admin)
            made = await _create(admin, [topic for topic in topics if topic.name not in existing])
            old = [topic for topic in topics if topic.name not in made]
            # A topic that somebody made just now is refused to us before it is shown to us.
            while not {topic.name for topic in old} <= existing.keys():
                await asyncio.sleep(SHOWN_AGAIN_S)
                existing = await _partitions(admin)
            await _grow(admin, old, existing)
            await _configure(admin, old)
    except (KafkaError, TimeoutError) as error:
        message = f"Kafka did not accept the topics: {error!r}."
        raise NotReached(message) from error
    finally:
        await admin.close()


async def _connect(servers: str, *, wait_s: float) -> AIOKafkaAdminClient:
    async def attempt() -> AIOKafkaAdminClient:
        admin = AIOKafkaAdminClient(
            bootstrap_servers=servers.split(","), request_timeout_ms=10_000, client_id="bootstrap"
        )
        try:
            await admin.start()
        except BaseException:
            await admin.close()
            raise
        return admin

    return await keep_trying(attempt, on=(KafkaError, OSError), what="Kafka", wait_s=wait_s)


async def _partitions(admin: AIOKafkaAdminClient) -> dict[str, int]:
    """Return the number of partitions of each topic that exists."""
    return {row["topic"]: len(row["partitions"]) for row in await admin.describe_topics()}


async def _create(admin: AIOKafkaAdminClient, missing: Sequence[Wanted]) -> set[str]:
    """Create the topics; return the names of those made here, and not meanwhile by another."""
    made: set[str] = set()
    if not missing:
        return made
    brokers = len((await admin.describe_cluster())["brokers"])
    replicas = min(REPLICAS_AT_MOST, brokers)
    answer = await admin.create_topics(
        [
            NewTopic(topic.name, topic.partitions, replicas, topic_configs=dict(topic.config))
            for topic in missing
        ]
    )
    for name, code, reason in answer.topic_errors:
        if code == ALREADY_EXISTS:
            continue
        _check(code, name, reason)
        made.add(name)
        log.info("topic created: %s", name)
    return made


async def _grow(
    admin: AIOKafkaAdminClient, topics: Sequence[Wanted], existing: Mapping[str, int]
) -> None:
    """Add partitions where there are too few. They can never be taken away again."""
    small = {
        topic.name: NewPartitions(topic.partitions)
        for topic in topics
        if existing[topic.name] < topic.partitions
    }
    if small:
        await admin.create_partitions(small)
        log.info("partitions added: %s", ", ".join(small))


async def _configure(admin: AIOKafkaAdminClient, topics: Sequence[Wanted]) -> None:
    """Give each topic its whole set of settings: an altered topic loses whatever is not named."""
    current = await _settings(admin, topics)
    changed = [topic for topic in topics if current[topic.name] != dict(topic.config)]
    if not changed:
        return
    answers = await admin.alter_configs(
        [
            ConfigResource(ConfigResourceType.TOPIC, topic.name, dict(topic.config))
            for topic in changed
        ]
    )
    for answer in answers:
        for code, reason, _, name in answer.resources:
            _check(code, name, reason)
            log.info("topic settings changed: %s", name)


async def _settings(
    admin: AIOKafkaAdminClient, topics: Sequence[Wanted]
) -> dict[str, dict[str, str]]:
    """Return what is set on each topic itself, without the broker's defaults."""
    if not topics:
        return {}
    settings: dict[str, dict[str, str]] = {}
    answers = await admin.describe_configs(
        [ConfigResource(ConfigResourceType.TOPIC, topic.name) for topic in topics]
    )
    for answer in answers:
        for code, reason, _, name, entries in answer.resources:
            _check(code, name, reason)
            settings[name] = {
                key: value for key, value, _, source, *_ in entries if source == SET_ON_TOPIC
            }
    return settings


def _check(code: int, name: str, reason: str | None) -> None:
    """Raise what the answer says about one topic: this client leaves errors standing in it."""
    if code:
        message = f"{name}: {reason}"
        raise for_code(code)(message)
