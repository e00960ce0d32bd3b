"""Invite somebody by mail, send that again, or take it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import structlog
from chassis import outbox
from chassis.db import Pool, Tx
from chassis.ids import digest, new_id, new_secret
from contracts import wire
from contracts.people import PersonInvited
from contracts.values import Language

from merchant_api import audit_store
from merchant_api.actors import Actor, Role
from merchant_api.centre import centre_store
from merchant_api.people import invitation_store, throttle, user_store
from merchant_api.people.errors import AlreadyHere, AlreadyInvited, InvitationNotFound
from merchant_api.people.invitation_store import Invitation
from merchant_api.people.letters import Letters, store_of
from merchant_api.people.links import INVITATION, INVITATION_LASTS

log = structlog.get_logger()

# Mails to strangers in the product's name: a team needs few, and nobody needs many.
MOST_MAILS: Final = 30
THROTTLE_FOR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whom to invite. `email` is in lower case."""

    email: str
    role: Role
    language: Language


async def invite_person(
    pool: Pool,
    letters: Letters,
    merchant_id: UUID,
    newcomer: Newcomer,
    *,
    actor: Actor,
    now: datetime,
) -> Invitation:
    """Invite `newcomer`, who has a week. Raises AlreadyHere, AlreadyInvited, TooManyTries.

    Whether the e-mail signs in to another merchant is not looked at: that is nobody's business
    here. Whoever reads its mail is told, when they open the link.
    """
    await _take_mail(pool, merchant_id, now)
    secret = new_secret()
    invitation = Invitation(
        invitation_id=new_id(),
        merchant_id=merchant_id,
        email=newcomer.email,
        role=newcomer.role,
        language=newcomer.language,
        sent_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    async with pool.transaction() as tx:
        await centre_store.lock_merchant(tx, merchant_id)
        known = await user_store.find_user(tx, newcomer.email)
        if known is not None and known.merchant_id == merchant_id:
            raise AlreadyHere
        if not await invitation_store.insert_invitation(tx, invitation, digest(secret)):
            raise AlreadyInvited
        await _announce(tx, letters, invitation, secret, "person.invited", actor=actor)
    log.info("person invited", invitation_id=str(invitation.invitation_id), by=actor.kind)
    return invitation


async def send_invitation_again(
    pool: Pool,
    letters: Letters,
    merchant_id: UUID,
    invitation_id: UUID,
    *,
    actor: Actor,
    now: datetime,
) -> Invitation:
    """Mail another link, good for a week; the one before dies.

    Raises InvitationNotFound, TooManyTries.
    """
    await _take_mail(pool, merchant_id, now)
    secret = new_secret()
    async with pool.transaction() as tx:
        invitation = await invitation_store.replace_link(
            tx,
            merchant_id,
            invitation_id,
            digest(secret),
            sent_at=now,
            expires_at=now + INVITATION_LASTS,
        )
        if invitation is None:
            raise InvitationNotFound
        await _announce(tx, letters, invitation, secret, "invitation.sent_again", actor=actor)
    return invitation


async def revoke_invitation(
    pool: Pool, merchant_id: UUID, invitation_id: UUID, *, actor: Actor, now: datetime
) -> None:
    """Have the link work no more. Raises InvitationNotFound."""
    async with pool.transaction() as tx:
        if not await invitation_store.delete_invitation(tx, merchant_id, invitation_id):
            raise InvitationNotFound
        await audit_store.insert_act(
            tx, merchant_id, "invitation.revoked", str(invitation_id), actor=actor, at=now
        )


async def _take_mail(pool: Pool, merchant_id: UUID, now: datetime) -> None:
    most = {f"invitations:{merchant_id}": MOST_MAILS}
    await throttle.take_try(pool, most, within=THROTTLE_FOR, now=now)


async def _announce(
    tx: Tx, letters: Letters, invitation: Invitation, secret: str, act: str, *, actor: Actor
) -> None:
    """Have the mail written, with the audit row of what is done."""
    at, merchant_id = invitation.sent_at, invitation.merchant_id
    await audit_store.insert_act(
        tx, merchant_id, act, str(invitation.invitation_id), actor=actor, at=at
    )
    event = PersonInvited(
        person_id=invitation.invitation_id,
        merchant_id=merchant_id,
        store=await store_of(tx, merchant_id),
        role=invitation.role,
        invited_at=at,
        expires_at=invitation.expires_at,
        confidential=letters.confide(
            invitation.email,
            f"{INVITATION}{secret}",
            invitation.language,
            by=actor.name if actor.kind == "user" else None,
        ),
    )
    await outbox.append(tx, wire.message(event, event_id=new_id(), at=at))
