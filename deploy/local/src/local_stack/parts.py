"""The one table of what runs: name, command, what it waits for, its port, what it is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A server, if it has a port, or else a task that ends by itself."""

    name: str
    words: tuple[str, ...] = ()
    """After the interpreter; nothing for what is not Python."""
    needs: tuple[str, ...] = ()
    """What has to serve, or to be done, before it starts. Who waits for Kafka waits inside."""
    port: str | None = None
    """A name in `Ports`."""
    ports: tuple[str, ...] = ()
    """Where it listens beside."""
    public: str | None = None
    """The port under which people and other services know the service that it belongs to."""
    role: str | None = None
    """Its account in the database."""
    told: tuple[str, ...] = ()
    """The variables it gets. A secret goes only where it is needed."""
    made_from: tuple[str, ...] = ()
    """Files, as package/pattern: while they stay the same, the task need not be done again…"""
    made_in: str = ""
    """… in the data of this part."""
    quiet: bool = False
    """Its log stays in its file: few people read what PostgreSQL says on a good day."""


LISTENS = ("HOST", "PORT")
SERVICE = (*LISTENS, "DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "LOG_FORMAT")
PASSWORDS = tuple(f"{role}_DB_PASSWORD" for role in ("PORTAL", "MERCHANT", "LABELER", "NOTIFIER"))

LIMITS = tuple(f"LOOKUP_TRIES_PER_{what}" for what in ("PARCEL", "NETWORK", "POSTAL_CODE"))
HASTE = ("CANADA_POST_CALLS_PER_S", "TRACKING_INTERVAL_S")

PORTAL = (*SERVICE, "BLOB_URL", "PUBLIC_URL", "NOTIFIER_PUBLIC_KEY", *LIMITS)
PUBLIC_KEYS = ("LABELER_PUBLIC_KEY", "NOTIFIER_PUBLIC_KEY")
MERCHANT = (*SERVICE, "BLOB_URL", "PUBLIC_URL", "PORTAL_URL", *PUBLIC_KEYS)
CARRIER = ("CANADA_POST_URL", "CANADA_POST_TEST_URL")
LABELER = (*SERVICE, "BLOB_URL", *CARRIER, "LABELER_PRIVATE_KEY", *HASTE)
NOTIFIER = (*SERVICE, "BLOB_URL", "SMTP_URL", "CONSOLE_URL", "NOTIFIER_PRIVATE_KEY")

PARTS = (
    Part("postgres", port="postgres", quiet=True),
    Part("kafka", port="kafka", ports=("kafka_controller",), quiet=True),
    Part(
        "roles",
        ("-m", "bootstrap", "roles"),
        made_from=("bootstrap/*.py",),
        made_in="postgres",
        needs=("postgres",),
        told=("ADMIN_DATABASE_URL", *PASSWORDS),
    ),
    Part(
        "topics",
        ("-m", "bootstrap", "topics"),
        made_from=("bootstrap/*.py", "contracts/*.py"),
        made_in="kafka",
        needs=("kafka",),
        told=("KAFKA_BOOTSTRAP_SERVERS",),
    ),
    Part(
        "simulator",
        ("-m", "simulator"),
        port="simulator",
        public="simulator",
        told=(*LISTENS, "PUBLIC_URL", "SIMULATOR_DIR"),
    ),
    Part(
        "inbox",
        ("-m", "local_stack", "inbox"),
        port="inbox",
        ports=("smtp",),
        told=(*LISTENS, "SMTP_PORT", "INBOX_DIR"),
    ),
    Part(
        "portal-migrate",
        ("-m", "portal_api", "migrate"),
        made_from=("portal_api/migrations/*.sql",),
        made_in="postgres",
        needs=("roles",),
        role="portal",
        public="portal",
        told=PORTAL,
    ),
    Part(
        "merchant-migrate",
        ("-m", "merchant_api", "migrate"),
        made_from=("merchant_api/migrations/*.sql",),
        made_in="postgres",
        needs=("roles",),
        role="merchant",
        public="console",
        told=MERCHANT,
    ),
    Part(
        "labeler-migrate",
        ("-m", "labeler", "migrate"),
        made_from=("labeler/migrations/*.sql",),
        made_in="postgres",
        needs=("roles",),
        role="labeler",
        told=LABELER,
    ),
    Part(
        "notifier-migrate",
        ("-m", "notifier", "migrate"),
        made_from=("notifier/migrations/*.sql",),
        made_in="postgres",
        needs=("roles",),
        role="notifier",
        told=NOTIFIER,
    ),
    Part(
        "portal-serve",
        ("-m", "portal_api", "serve"),
        needs=("postgres", "portal-migrate"),
        port="portal",
        role="portal",
        public="portal",
        told=PORTAL,
    ),
    Part(
        "portal-work",
        ("-m", "portal_api", "work"),
        needs=("postgres", "portal-migrate", "topics"),
        port="portal_work",
        role="portal",
        public="portal",
        told=PORTAL,
    ),
    Part(
        "merchant-serve",
        ("-m", "merchant_api", "serve"),
        needs=("postgres", "merchant-migrate"),
        port="console",
        role="merchant",
        public="console",
        told=MERCHANT,
    ),
    Part(
        "merchant-work",
        ("-m", "merchant_api", "work"),
        needs=("postgres", "merchant-migrate", "topics"),
        port="merchant_work",
        role="merchant",
        public="console",
        told=MERCHANT,
    ),
    Part(
        "labeler",
        ("-m", "labeler", "work"),
        needs=("postgres", "labeler-migrate", "topics"),
        port="labeler",
        role="labeler",
        told=LABELER,
    ),
    Part(
        "notifier",
        ("-m", "notifier", "work"),
        needs=("postgres", "notifier-migrate", "topics"),
        port="notifier",
        role="notifier",
        told=NOTIFIER,
    ),
)


def part_named(name: str) -> Part:
    """Return the row of that name."""
    return next(part for part in PARTS if part.name == name)


def with_needs(names: set[str]) -> set[str]:
    """Return `names` and whatever they wait for, directly or not."""
    needed = {need for name in names for need in part_named(name).needs}
    return names if needed <= names else with_needs(names | needed)


def levels(names: set[str]) -> list[list[Part]]:
    """Sort the named parts into groups, each of which waits only for groups before it."""
    depth: dict[str, int] = {}
    for part in PARTS:  # the table lists what is waited for above who waits
        depth[part.name] = 1 + max((depth[need] for need in part.needs), default=-1)
    chosen = [part for part in PARTS if part.name in names]
    deepest = max((depth[part.name] for part in chosen), default=-1)
    return [[part for part in chosen if depth[part.name] == level] for level in range(deepest + 1)]
