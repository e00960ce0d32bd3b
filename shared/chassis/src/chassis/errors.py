"""The three families of what goes wrong; every error of a service belongs to one."""


class Refusal(Exception):
    """Final: the caller's fault, or news for them. Repeating it changes nothing."""


class Outage(Exception):
    """Nothing happened. The same again may work later."""

    def __init__(self, cause: str, *, retry_after_s: float | None = None) -> None:
        super().__init__(cause)
        self.retry_after_s = retry_after_s


class UnknownOutcome(Exception):
    """Something may have happened elsewhere. Find out first, act second; never simply repeat."""
