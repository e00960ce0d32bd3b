"""What the forms over several returns send: the act, and which returns."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import parse_qsl
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from merchant_api.bulk.begin_bulk_run import AllOf
from merchant_api.bulk.bulk_records import Act, Terms
from merchant_api.deciding.decision import DeclineReason
from merchant_api.queue.seen import seen_at
from merchant_api.queue.view import View

_Text = Annotated[str, StringConstraints(max_length=20_000, pattern=r"^[^\x00]*$")]


class BulkForm(BaseModel):
    """The fields by their names on the page. `tout` means all of the view `vue` as of `vu_a`."""

    acte: Act
    choisi: tuple[UUID, ...] = ()
    tout: str = ""
    vue: Annotated[str, StringConstraints(max_length=2000)] = ""
    vu_a: datetime | None = None
    lot: UUID | None = None
    message_fr: _Text = ""
    message_en: _Text = ""
    raison: DeclineReason | Literal[""] = ""

    @property
    def view(self) -> View:
        """The view that the returns were chosen in."""
        return View.read(dict(parse_qsl(self.vue)))

    @property
    def terms(self) -> Terms:
        return Terms(
            message_fr=self.message_fr, message_en=self.message_en, reason=self.raison or None
        )

    def chosen(self, now: datetime) -> Sequence[UUID] | AllOf:
        """Tell which returns are meant."""
        if not self.tout:
            return self.choisi
        return AllOf(self.view, seen_at(self.vu_a, now))
