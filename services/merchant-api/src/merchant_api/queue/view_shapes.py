"""A view of the queue as programs write it."""

from typing import Annotated, Self
from uuid import UUID

from contracts.values import Method
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.api.values import IsoDay
from merchant_api.queue.view import MOST_CHARACTERS, View
from merchant_api.returns.records import Tab

_Line = Annotated[str, StringConstraints(max_length=MOST_CHARACTERS, pattern=r"^[^\x00]*$")]


class ViewIn(BaseModel):
    """What narrows the list of returns: the same as its query."""

    model_config = ConfigDict(extra="forbid")

    tab: Tab | None = None
    q: _Line = Field(default="", description="As in the query of `GET /returns`")
    reason: _Line = ""
    method: Method | None = None
    requested_from: IsoDay | None = None
    requested_to: IsoDay | None = None
    address_id: UUID | None = None

    @classmethod
    def of(cls, view: View) -> Self:
        return cls(
            tab=view.tab,
            q=view.words,
            reason=view.reason,
            method=view.method,
            requested_from=view.from_on,
            requested_to=view.to_on,
            address_id=view.address_id,
        )

    @property
    def view(self) -> View:
        return View(
            tab=self.tab,
            words=" ".join(self.q.split()),
            reason=" ".join(self.reason.split()),
            method=self.method,
            from_on=self.requested_from,
            to_on=self.requested_to,
            address_id=self.address_id,
        )
