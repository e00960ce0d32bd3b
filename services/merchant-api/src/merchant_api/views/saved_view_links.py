"""Saved views as a page shows them: links, and whether the open one may be deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from merchant_api.actors import Visitor
from merchant_api.queue.view import View
from merchant_api.views.saved_view_store import SavedView
from merchant_api.views.saved_views import may_delete


@dataclass(frozen=True, slots=True)
class SavedLink:
    """The address of a view under its name."""

    name: str
    url: str
    is_current: bool


def saved_links(saved: Sequence[SavedView], view: View) -> tuple[SavedLink, ...]:
    """List the views."""
    return tuple(SavedLink(it.name, it.view.url(), is_current=it.view == view) for it in saved)


def deletable(saved: Sequence[SavedView], view: View, visitor: Visitor) -> UUID | None:
    """Return the id of the open view, if it is saved and theirs to delete."""
    is_owner = visitor.role == "owner"
    return next(
        (
            it.view_id
            for it in saved
            if it.view == view and may_delete(it, visitor.actor, is_owner=is_owner)
        ),
        None,
    )
