"""The one table of what runs: name, command, what it waits for, where it listens, what it is told."""

from dataclasses import dataclass

SETTLED = ("HOST", "PORT", "DATABASE_URL", "PUBLIC_URL")
"""Variables whose value depends on the part; all others are the same for everyone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A server, if it has a port to be ready on, or else a task that ends by itself."""

    name: str
    words: tuple[str, ...] = ()
    """After the interpreter; nothing for a part that is not Python."""
    needs: tuple[str, ...] = ()
    port: str | None = None
    """A name in `Ports`."""
    role: str | None = None
    """Its account in the database."""
    told: tuple[str, ...] = ()
    """The variables it gets. A secret goes only where it is needed."""
    quiet: bool = False
    """Its log stays in its file: few people read what PostgreSQL says on a good day."""


_EVERY_SERVICE = ("HOST", "PORT", "DATABASE_URL", "KAFKA_BOOTSTRAP_SERVERS", "LOG_FORMAT")
_PASSWORDS = tuple(
    f"{role}_DB_PASSWORD" for role in ("PORTAL", "MERCHANT", "LABELER", "NOTIFIER")
)


def _service(name: str, module: str, role: str, *verbs: str, **extra: str) -> list[Part]:
    """List a service's migration and its processes; `extra` names the port of each verb."""
    told = _TOLD[role]
    migrate = Part(
        f"{name}-migrate", ("-m", module, "migrate"), ("roles",), role=role, told=told
    )
    return [migrate, *(_process(name, module, role, verb, extra[verb]) for verb in verbs)]


_TOLD = {
    "portal": (*_EVERY_SERVICE, "BLOB_URL", "PUBLIC_URL", "NOTIFIER_PUBLIC_KEY"),
    "merchant": (*_EVERY_SERVICE, "BLOB_URL", "PUBLIC_URL", "PORTAL_URL", "LABELER_PUBLIC_KEY"),
    "labeler": (*_EVERY_SERVICE, "BLOB_URL", "CANADA_POST_URL", "LABELER_PRIVATE_KEY"),
    "notifier": (*_EVERY_SERVICE, "BLOB_URL", "PORTAL_URL", "SMTP_URL", "NOTIFIER_PRIVATE_KEY"),
}
