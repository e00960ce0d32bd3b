import asyncio
import secrets
from collections.abc import Mapping

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from bootstrap.topics import Wanted, prepare_topics, wanted_topics

COMPACT = {"cleanup.policy": "compact", "delete.retention.ms": "604800000"}


async def described(servers: str, name: str) -> tuple[int, Mapping[str, str]]:
    """Return the number of partitions and what is set on the topic itself."""
    admin = AIOKafkaAdminClient(bootstrap_servers=servers)
    await admin.start()
    try:
        (topic,) = await admin.describe_topics([name])
        (answer,) = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, name)])
    finally:
        await admin.close()
    entries = answer.resources[0][4]
    settings = {entry[0]: entry[1] for entry in entries if entry[3] == 1}
    return len(topic["partitions"]), settings


async def becomes(servers: str, name: str, wanted: tuple[int, Mapping[str, str]]) -> None:
    """Wait until the topic is as wanted: a broker shows a change a moment after it is made."""
    async with asyncio.timeout(10):
        while await described(servers, name) != wanted:  # noqa: ASYNC110  Kafka rings no bell
            await asyncio.sleep(0.05)


async def test_a_topic_is_made_as_wanted_and_left_alone_the_next_time(kafka_servers: str) -> None:
    topic = Wanted(f"t.{secrets.token_hex(4)}", 3, COMPACT)

    for _ in range(2):
        await prepare_topics(kafka_servers, [topic])

    await becomes(kafka_servers, topic.name, (3, COMPACT))


async def test_a_changed_topic_keeps_every_other_setting(kafka_servers: str) -> None:
    name = f"t.{secrets.token_hex(4)}"
    await prepare_topics(kafka_servers, [Wanted(name, 1, COMPACT)])

    longer = COMPACT | {"delete.retention.ms": "1209600000"}
    await prepare_topics(kafka_servers, [Wanted(name, 1, longer)])

    await becomes(kafka_servers, name, (1, longer))


async def test_partitions_grow_and_never_shrink(kafka_servers: str) -> None:
    name = f"t.{secrets.token_hex(4)}"

    for wanted, there in ((2, 2), (4, 4), (1, 4)):
        await prepare_topics(kafka_servers, [Wanted(name, wanted, COMPACT)])

        await becomes(kafka_servers, name, (there, COMPACT))


def test_beside_every_topic_lies_one_for_records_given_up() -> None:
    names = {topic.name for topic in wanted_topics()}

    living = {name for name in names if not name.endswith(".dead")}
    assert names == living | {f"{name}.dead" for name in living}
