"""The tabs as a page shows them: each with its count and the address of the same view under it."""

from collections.abc import Mapping

from merchant_api.queue.tabs import TABS, TabLink, count_text
from merchant_api.queue.view import View
from merchant_api.returns.records import Tab


def tab_links(view: View, counts: Mapping[Tab, int]) -> tuple[TabLink, ...]:
    """List the tabs; what narrows the view goes along."""
    return tuple(
        TabLink(
            tab,
            view.under(tab).url(),
            count_text(counts[tab], view.most_counted),
            is_current=tab == view.tab,
        )
        for tab in TABS
    )
