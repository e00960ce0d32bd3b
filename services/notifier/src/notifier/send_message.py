"""Use case: send a message to its recipient, at most once.

Its mail is written and kept first. An attempt is committed before the conversation begins, and
marked once more just before the content is said: the one moment that cannot be taken back. So an
attempt that a crash left open tells whether the mail may have gone.
"""

from datetime import datetime
from uuid import UUID

from chassis.db import Pool, patiently
from chassis.errors import Outage

from notifier import store
from notifier.answers import GIVE_UP_AFTER, Ending, pause, unanswered
from notifier.compose_mail import Clock, Desk, compose_mail
from notifier.conclude import conclude, log_ending
from notifier.errors import AttemptTaken, Unsendable
from notifier.messages import Message
from notifier.smtp import deliver

# What the server has said is known to this process only, until it is recorded.
_RECORD_WITHIN_S = 20.0


async def send_message(pool: Pool, desk: Desk, message_id: UUID, *, clock: Clock) -> None:
    """Send the message, unless it came to its end before. Raises Outage to be tried again."""
    message = await store.find_unconcluded(pool, message_id)
    if message is None:
        return
    try:
        mail = await compose_mail(pool, desk, message, now=clock())
    except Unsendable as error:
        await _give_up(pool, message, Ending("refused", error.reason), clock)
        return
    number = await _begin(pool, message, clock)
    if number is None:
        return

    async def before_content() -> None:
        if not await store.mark_content(pool, message_id, number, at=clock()):
            raise AttemptTaken

    ending = await deliver(desk.server, mail, before_content)
    await patiently(lambda: _record(pool, message, number, ending, clock), _RECORD_WITHIN_S)
    log_ending(message, ending)
    if ending.outcome == "deferred":
        raise Outage(ending.cause, retry_after_s=pause(ending, number))


async def _begin(pool: Pool, message: Message, clock: Clock) -> int | None:
    """Open the next attempt and return its number; None if the message has ended instead."""
    now = clock()
    async with pool.transaction() as tx:
        if not await store.lock_unconcluded(tx, message.message_id):
            return None
        tries = await store.get_tries(tx, message.message_id)
        ending = _ending_of(message, tries, now)
        if tries.open_number is not None:
            lost = ending if tries.open_said_content else None
            await store.end_attempt(tx, message.message_id, tries.open_number, lost, at=now)
        if ending is None:
            await store.begin_attempt(tx, message.message_id, tries.count + 1, at=now)
            return tries.count + 1
        await conclude(tx, message, ending, now=now)
    log_ending(message, ending)
    return None


def _ending_of(message: Message, tries: store.Tries, now: datetime) -> Ending | None:
    """Tell whether what was tried so far is the end of it."""
    if tries.open_said_content:
        return unanswered("the process ended")
    is_too_late = message.expires_at is not None and now >= message.expires_at
    if is_too_late or (tries.first_at is not None and now - tries.first_at >= GIVE_UP_AFTER):
        return Ending("refused", "expired")
    return None


async def _record(pool: Pool, message: Message, number: int, ending: Ending, clock: Clock) -> None:
    async with pool.transaction() as tx:
        unconcluded = await store.lock_unconcluded(tx, message.message_id)
        await store.end_attempt(tx, message.message_id, number, ending, at=clock())
        if unconcluded and ending.outcome != "deferred":
            await conclude(tx, message, ending, now=clock())


async def _give_up(pool: Pool, message: Message, ending: Ending, clock: Clock) -> None:
    async with pool.transaction() as tx:
        if not await store.lock_unconcluded(tx, message.message_id):
            return
        await conclude(tx, message, ending, now=clock())
    log_ending(message, ending)
