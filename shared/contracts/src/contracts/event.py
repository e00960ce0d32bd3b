"""What an event is: a frozen record of something that happened, with a type that never changes."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Event(BaseModel):
    """The one base of all events.

    A new optional field keeps the type. Anything else is a new class with a new `type`, written
    beside the old one until nobody reads that any more.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: ClassVar[str]
    """CloudEvents `type`: `renvoi.<what-happened>.v<n>`."""
