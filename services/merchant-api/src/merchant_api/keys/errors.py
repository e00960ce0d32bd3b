"""What is refused of API keys."""

from chassis.errors import Refusal


class KeyRefused(Refusal):
    """No key, a mistyped one, an unknown or a revoked one: which is not said."""


class ScopeMissing(Refusal):
    """The key is good, but not for this. `scope` is the one it would need."""

    def __init__(self, scope: str) -> None:
        super().__init__(f"the key lacks the scope {scope}")
        self.scope = scope
