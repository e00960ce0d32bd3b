"""How a call to the carrier can fail: refused, unavailable, or nobody knows.

No error carries a request, an address or a link in its text. `descriptions` are the carrier's own
words: show them to the merchant, never parse or log them (a schema refusal quotes what was sent).
"""

from chassis.errors import Outage, Refusal, UnknownOutcome


class CarrierRefused(Refusal):
    """Final: certainly nothing happened, and the same again would be refused again.

    `codes` and `descriptions` run in parallel and may be empty: the carrier does refuse without
    saying why. `status` is None when no answer of the carrier stands behind it.
    """

    def __init__(
        self,
        codes: tuple[str, ...] = (),
        descriptions: tuple[str, ...] = (),
        *,
        status: int | None = None,
    ) -> None:
        super().__init__(f"refused with status {status} and codes {', '.join(codes) or 'none'}")
        self.codes = codes
        self.descriptions = descriptions
        self.status = status


class RequestNotSendable(CarrierRefused):
    """Refused by ourselves before a byte was sent: the carrier's schema would not let it pass.

    `field` is the carrier's name of the element; the offending value is not told.
    """

    def __init__(self, *, field: str, fault: str) -> None:
        super().__init__(descriptions=(f"{field} {fault}",))
        self.field = field


class CarrierUnavailable(Outage):
    """Nothing happened, or nothing that a repetition could double. Try again.

    Not before `retry_after_s` seconds, if given; add jitter.
    """


class CarrierThrottled(CarrierUnavailable):
    """Turned away for calling too often, before the service saw the request.

    `retry_after_s` is at least 60: the carrier counts in windows of that length.
    """


class OutcomeUnknown(UnknownOutcome):
    """A creation whose answer was lost, unclear or unreadable: the label may exist.

    Never repeat by machine. `codes` and `descriptions` hold whatever the carrier did say.
    """

    def __init__(
        self,
        cause: str,
        *,
        status: int | None = None,
        codes: tuple[str, ...] = (),
        descriptions: tuple[str, ...] = (),
    ) -> None:
        super().__init__(cause)
        self.status = status
        self.codes = codes
        self.descriptions = descriptions


class Unreadable(ValueError):
    """A reply is not what its operation promises. Never leaves this package."""
