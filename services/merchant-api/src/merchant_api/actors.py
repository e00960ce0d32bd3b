"""Who acts: a person in the console, a program with a key, or the merchant's own rule."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from contracts.values import Language

Role = Literal["owner", "agent"]
"""An owner may do everything; an agent works the queue and changes no setting."""

ActorKind = Literal["user", "api_key", "rule", "operator"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever did something. `name` is how the merchant knows them: an e-mail, a key's name."""

    kind: ActorKind
    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who is signed in to the console of one merchant."""

    user_id: UUID
    merchant_id: UUID
    email: str
    language: Language
    role: Role

    @property
    def actor(self) -> Actor:
        return Actor("user", str(self.user_id), self.email)


@dataclass(frozen=True, slots=True)
class Program:
    """A program that holds an API key of one merchant."""

    key_id: str
    merchant_id: UUID
    name: str
    scopes: frozenset[str]
    last_used_at: datetime | None = None
    """When the key served, as it was known before this time."""

    @property
    def actor(self) -> Actor:
        return Actor("api_key", self.key_id, self.name)


def by_rule(version: int) -> Actor:
    """Name the centre's rule that approves requests as they come. Its id is its version."""
    return Actor("rule", str(version), f"automatic approval, version {version}")


OPERATOR: Final = Actor("operator", None, "enrol")
"""Whoever may run commands on the machine."""
