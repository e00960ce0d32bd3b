"""What events mean here: a centre to remember, or a message to write."""

from chassis import work
from chassis.db import Tx
from chassis.staging import Events, Origin
from contracts.centres import CentreConfigured
from contracts.decisions import CustomerMessaged, ReturnDeclined
from contracts.handling import (
    LabelVoidRequested,
    MessageResendRequested,
    ReturnCancelledByMerchant,
    ReturnClosed,
    ReturnReceived,
)
from contracts.labels import LabelCreated, LabelFailed, ParcelMoved
from contracts.notifications import NotificationsConfigured
from contracts.people import PasswordChanged, PasswordResetRequested, PersonInvited
from contracts.returns import ReturnCancelled, ReturnRequested
from contracts.wire import decode

from notifier import notice_store, notices, store
from notifier.kinds import SEND
from notifier.messages import Announced, message_about
from notifier.notify import notify
from notifier.resend_message import resend_message

events = Events(decode)


@events.on(CentreConfigured)
async def on_centre_configured(tx: Tx, event: CentreConfigured, _: Origin) -> None:
    """Remember the centre, and write what has waited for it."""
    if await store.put_centre(tx, event):
        for message_id in await store.list_unwritten(tx, event.merchant_id):
            await work.enqueue(tx, SEND, str(message_id))


@events.on(NotificationsConfigured)
async def on_notifications_configured(tx: Tx, event: NotificationsConfigured, _: Origin) -> None:
    """Remember who of the merchant's people is told of what."""
    await notice_store.put_notifications(tx, event)


@events.on(ReturnRequested)
async def on_return_requested(tx: Tx, event: ReturnRequested, origin: Origin) -> None:
    """Tell the customer that the request has arrived, and those who decide on it."""
    await _write_about(tx, event, origin)
    await notify(tx, notices.of_request(event), origin.event_id)


@events.on(ReturnDeclined)
async def on_return_declined(tx: Tx, event: ReturnDeclined, origin: Origin) -> None:
    """Tell the customer that the store said no, in its own words."""
    await _write_about(tx, event, origin)


@events.on(CustomerMessaged)
async def on_customer_messaged(tx: Tx, event: CustomerMessaged, origin: Origin) -> None:
    """Tell the customer what the store has written."""
    await _write_about(tx, event, origin)


@events.on(LabelCreated)
async def on_label_created(tx: Tx, event: LabelCreated, origin: Origin) -> None:
    """Give the customer the code or the label."""
    await _write_about(tx, event, origin)


@events.on(MessageResendRequested)
async def on_message_resend_requested(
    tx: Tx, event: MessageResendRequested, origin: Origin
) -> None:
    """Tell the customer once more."""
    await resend_message(tx, event, origin)


@events.on(LabelVoidRequested)
async def on_label_void_requested(tx: Tx, event: LabelVoidRequested, origin: Origin) -> None:
    """Tell a customer who has the label not to use it."""
    if event.reply is not None:
        await _write_about(tx, event, origin)


@events.on(ReturnCancelled)
async def on_return_cancelled(tx: Tx, event: ReturnCancelled, origin: Origin) -> None:
    """Confirm to the customer that it is off."""
    await _write_about(tx, event, origin)


@events.on(ReturnCancelledByMerchant)
async def on_return_cancelled_by_merchant(
    tx: Tx, event: ReturnCancelledByMerchant, origin: Origin
) -> None:
    """Tell the customer that the store has called it off."""
    await _write_about(tx, event, origin)


@events.on(LabelFailed)
async def on_label_failed(tx: Tx, event: LabelFailed, origin: Origin) -> None:
    """Tell those who have to look into it."""
    await notify(tx, notices.of_label(event), origin.event_id)


@events.on(ParcelMoved)
async def on_parcel_moved(tx: Tx, event: ParcelMoved, _: Origin) -> None:
    """Tell those who receive parcels that one is there: once, however often the carrier says so."""
    news = notices.of_parcel(event)
    if news is not None:
        await notify(tx, news, event.return_id)


@events.on(ReturnReceived)
async def on_return_received(tx: Tx, event: ReturnReceived, origin: Origin) -> None:
    """Tell the customer that the parcel is back."""
    await _write_about(tx, event, origin)


@events.on(ReturnClosed)
async def on_return_closed(tx: Tx, event: ReturnClosed, origin: Origin) -> None:
    """Tell the customer that the store is done with the return."""
    await _write_about(tx, event, origin)


@events.on(PersonInvited)
async def on_person_invited(tx: Tx, event: PersonInvited, origin: Origin) -> None:
    """Give the person the link by which they come in."""
    await _write_about(tx, event, origin)


@events.on(PasswordResetRequested)
async def on_password_reset_requested(
    tx: Tx, event: PasswordResetRequested, origin: Origin
) -> None:
    """Give the person the link that sets another password."""
    await _write_about(tx, event, origin)


@events.on(PasswordChanged)
async def on_password_changed(tx: Tx, event: PasswordChanged, origin: Origin) -> None:
    """Tell the person, in case it was not them."""
    await _write_about(tx, event, origin)


async def _write_about(tx: Tx, news: Announced, origin: Origin) -> None:
    message = message_about(news, origin.event_id)
    if await store.insert_message(tx, message):
        await work.enqueue(tx, SEND, str(message.message_id))
