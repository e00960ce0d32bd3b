"""What goes wrong here and not at the carrier. Each belongs to one family of `chassis.errors`."""

from chassis.errors import Outage

from labeler.canada_post import CarrierRefused


class AccountMissing(Outage):
    """The merchant's account has not arrived. Its arrival wakes whatever waits for it."""

    def __init__(self) -> None:
        super().__init__("no carrier account")


class AccountUnusable(Outage):
    """The account does not open with our key, or cannot be right. A newer version may be."""

    def __init__(self) -> None:
        super().__init__("carrier account unusable")


class EnvironmentMissing(CarrierRefused):
    """The account is for the carrier's test host, and this installation was told of none."""

    def __init__(self, told: str) -> None:
        super().__init__(codes=("environment-missing",), descriptions=(told,))


class AttemptTaken(Outage):
    """Somebody else has begun to buy this label. What came of it decides what is next."""

    def __init__(self) -> None:
        super().__init__("another attempt has begun")


class FileNotReady(Outage):
    """The carrier does not hand the label's file over yet. Its refusals pass slowly, if at all."""

    def __init__(self) -> None:
        super().__init__("the label's file is refused for now", retry_after_s=60.0)
