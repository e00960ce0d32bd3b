"""Views of the queue under a name: everyone of the merchant sees them, who saved one deletes it."""

from datetime import datetime
from typing import Final
from uuid import UUID

import asyncpg
from chassis.db import Pool
from chassis.ids import new_id

from merchant_api import audit_store
from merchant_api.actors import Actor
from merchant_api.queue.view import View
from merchant_api.views import saved_view_store as store
from merchant_api.views.errors import NameMissing, NameTaken, SavedViewNotFound, TooManyViews
from merchant_api.views.saved_view_store import SavedView

MOST_VIEWS: Final = 50
MOST_NAME: Final = 60


async def save_view(
    pool: Pool, merchant_id: UUID, name: str, view: View, *, actor: Actor, now: datetime
) -> SavedView:
    """Save `view` under `name`. Raises NameMissing, NameTaken, TooManyViews."""
    tidy = " ".join(name.replace("\0", " ").split())
    if not tidy or len(tidy) > MOST_NAME:
        raise NameMissing
    saved = SavedView(new_id(), tidy, view.query, actor.kind, actor.id or "", now)
    try:
        async with pool.transaction() as tx:
            if await store.count_views(tx, merchant_id) >= MOST_VIEWS:
                raise TooManyViews
            await store.insert_view(tx, merchant_id, saved)
            await audit_store.insert_act(
                tx, merchant_id, "view.saved", str(saved.view_id), actor=actor, at=now
            )
    except asyncpg.UniqueViolationError as error:
        raise NameTaken from error
    return saved


async def delete_view(
    pool: Pool, merchant_id: UUID, view_id: UUID, *, actor: Actor, is_owner: bool, now: datetime
) -> None:
    """Delete a view that `actor` saved, or any, for an owner. Raises SavedViewNotFound."""
    async with pool.transaction() as tx:
        saved = await store.find_view(tx, merchant_id, view_id)
        if saved is None or not may_delete(saved, actor, is_owner=is_owner):
            raise SavedViewNotFound
        await store.delete_view(tx, merchant_id, view_id)
        await audit_store.insert_act(
            tx, merchant_id, "view.deleted", str(view_id), actor=actor, at=now
        )


def may_delete(saved: SavedView, actor: Actor, *, is_owner: bool) -> bool:
    """Tell whether the view is theirs, or they own the shop."""
    return is_owner or (saved.owner_kind, saved.owner_id) == (actor.kind, actor.id)
