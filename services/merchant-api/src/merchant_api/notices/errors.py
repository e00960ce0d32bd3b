"""What is refused of the list of whom to tell."""

from collections.abc import Mapping

from chassis.errors import Refusal

from merchant_api.centre.typed import Fault


class RecipientsInvalid(Refusal):
    """Something in the list is wrong: `faults`, by place and by part of it (`email`, `kinds`)."""

    def __init__(self, faults: Mapping[tuple[int, str], Fault]) -> None:
        super().__init__(f"{len(faults)} faults in the list")
        self.faults = faults
