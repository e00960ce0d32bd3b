"""What is refused of API keys."""

from chassis.errors import Refusal


class KeyRefused(Refusal):
    """No key, a mistyped one, an unknown or a revoked one: which is not said."""


class ScopeMissing(Refusal):
    """The key is good, but not for this. `scope` is the one it would need."""

    def __init__(self, scope: str) -> None:
        super().__init__(f"the key lacks the scope {scope}")
        self.scope = scope


class KeyNotFound(Refusal):
    """The merchant has no such key."""


class NameTaken(Refusal):
    """The name has its two live keys already: one of them has to be revoked first."""

    def __init__(self, name: str) -> None:
        super().__init__("the name has two live keys")
        self.name = name


class TooManyKeys(Refusal):
    """The merchant has as many live keys as anybody could tell apart."""


class AlreadyMade(Refusal):
    """The form was sent before: its key exists, and was shown then."""
