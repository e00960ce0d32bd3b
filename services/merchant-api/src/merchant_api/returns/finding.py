"""The return that a page is about, found by the number in its address."""

from uuid import UUID

from merchant_api.actors import Visitor
from merchant_api.returns import dossier_store
from merchant_api.returns.errors import ReturnNotFound
from merchant_api.returns.records import Dossier
from merchant_api.workplace import Workplace


async def get_return_id(at: Workplace, visitor: Visitor, number: str) -> UUID:
    """Return the id of the visitor's return of this number. Raises ReturnNotFound."""
    return_id = await dossier_store.find_return_id(at.pool, visitor.merchant_id, number)
    if return_id is None:
        raise ReturnNotFound
    return return_id


async def get_dossier(at: Workplace, visitor: Visitor, return_id: UUID) -> Dossier:
    """Return all that is known of it. Raises ReturnNotFound."""
    dossier = await dossier_store.find_dossier(at.pool, visitor.merchant_id, return_id)
    if dossier is None:
        raise ReturnNotFound
    return dossier


async def get_dossier_by_number(at: Workplace, visitor: Visitor, number: str) -> Dossier:
    """Do both. Raises ReturnNotFound."""
    return await get_dossier(at, visitor, await get_return_id(at, visitor, number))
