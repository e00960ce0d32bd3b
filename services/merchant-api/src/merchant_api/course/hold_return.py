"""Take a return in hand: its row locked until commit, and everything about it read afterwards."""

from dataclasses import dataclass
from uuid import UUID

from chassis.db import Tx

from merchant_api.course.acts import Standing, standing_of
from merchant_api.deciding import decision_store
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.records import Dossier, PendingReturn


@dataclass(frozen=True, slots=True)
class Held:
    """A return that nobody else can change now."""

    pending: PendingReturn
    dossier: Dossier

    @property
    def standing(self) -> Standing:
        return standing_of(self.dossier)


async def hold_return(tx: Tx, merchant_id: UUID, return_id: UUID) -> Held:
    """Lock the return and read it. Raises ReturnNotFound."""
    pending = await decision_store.lock_return(tx, merchant_id, return_id)
    # By statements of their own: they see what was committed while the lock was waited for.
    dossier = await dossier_store.read_dossier(tx, merchant_id, return_id) if pending else None
    if pending is None or dossier is None:
        raise ReturnNotFound
    return Held(pending, dossier)
