"""Have a merchant's people told of something: one message for each who wants to know."""

from uuid import UUID

from chassis import work
from chassis.db import Tx

from notifier import notice_store, store
from notifier.kinds import SEND
from notifier.messages import notice_to
from notifier.notices import StaffNews


async def notify(tx: Tx, news: StaffNews, cause_id: UUID) -> None:
    """Stage the notices, as the list is now. The same cause again means nothing new."""
    for recipient in await notice_store.list_recipients(tx, news.merchant_id, news.kind):
        message = notice_to(news, recipient, cause_id)
        if await store.insert_message(tx, message):
            await work.enqueue(tx, SEND, str(message.message_id))
