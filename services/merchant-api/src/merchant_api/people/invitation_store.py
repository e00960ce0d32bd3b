"""Invitations that were sent and not accepted yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from chassis.db import Pool, Tx
from contracts.values import Language


@dataclass(frozen=True, slots=True)
class Invitation:
    """Who is invited, as what, and until when the newest link works."""

    invitation_id: UUID
    merchant_id: UUID
    email: str
    role: Literal["owner", "agent"]
    language: Language
    sent_at: datetime
    expires_at: datetime


async def insert_invitation(tx: Tx, invitation: Invitation, link_digest: bytes) -> bool:
    """Add an invitation; False if the e-mail has one of this merchant."""
    sql = """
        INSERT INTO invitations
               (invitation_id, merchant_id, email, role, language, link_digest, sent_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (merchant_id, email) DO NOTHING
     RETURNING 1
    """
    inserted = await tx.fetchval(
        sql,
        invitation.invitation_id,
        invitation.merchant_id,
        invitation.email,
        invitation.role,
        invitation.language,
        link_digest,
        invitation.sent_at,
        invitation.expires_at,
    )
    return inserted is not None


async def list_invitations(
    pool: Pool, merchant_id: UUID, *, after: UUID | None, limit: int
) -> list[Invitation]:
    """List the invitations of a merchant, the first one first."""
    sql = """
        SELECT invitation_id, merchant_id, email, role, language, sent_at, expires_at
          FROM invitations
         WHERE merchant_id = $1
           AND ($2::uuid IS NULL OR invitation_id > $2)
         ORDER BY invitation_id
         LIMIT $3
    """
    return [Invitation(**row) for row in await pool.fetch(sql, merchant_id, after, limit)]


async def find_invitation(pool: Pool, merchant_id: UUID, invitation_id: UUID) -> Invitation | None:
    """Find one of them."""
    sql = """
        SELECT invitation_id, merchant_id, email, role, language, sent_at, expires_at
          FROM invitations
         WHERE merchant_id = $1 AND invitation_id = $2
    """
    row = await pool.fetchrow(sql, merchant_id, invitation_id)
    return Invitation(**row) if row else None


async def replace_link(
    tx: Tx,
    merchant_id: UUID,
    invitation_id: UUID,
    link_digest: bytes,
    *,
    sent_at: datetime,
    expires_at: datetime,
) -> Invitation | None:
    """Have another link work from now on, and only that one."""
    sql = """
        UPDATE invitations
           SET link_digest = $3,
               sent_at = $4,
               expires_at = $5
         WHERE merchant_id = $1 AND invitation_id = $2
     RETURNING invitation_id, merchant_id, email, role, language, sent_at, expires_at
    """
    row = await tx.fetchrow(sql, merchant_id, invitation_id, link_digest, sent_at, expires_at)
    return Invitation(**row) if row else None


async def delete_invitation(tx: Tx, merchant_id: UUID, invitation_id: UUID) -> bool:
    """Have its link work no more; False if there was none."""
    sql = """
        DELETE FROM invitations
         WHERE merchant_id = $1 AND invitation_id = $2
     RETURNING 1
    """
    return await tx.fetchval(sql, merchant_id, invitation_id) is not None


async def find_by_link(pool: Pool, link_digest: bytes, now: datetime) -> Invitation | None:
    """Find the invitation that a link belongs to, if it still works."""
    sql = """
        SELECT invitation_id, merchant_id, email, role, language, sent_at, expires_at
          FROM invitations
         WHERE link_digest = $1
           AND expires_at > $2
    """
    row = await pool.fetchrow(sql, link_digest, now)
    return Invitation(**row) if row else None


async def take_by_link(tx: Tx, link_digest: bytes, now: datetime) -> Invitation | None:
    """Use a link up; None if it does not work any more."""
    sql = """
        DELETE FROM invitations
         WHERE link_digest = $1
           AND expires_at > $2
     RETURNING invitation_id, merchant_id, email, role, language, sent_at, expires_at
    """
    row = await tx.fetchrow(sql, link_digest, now)
    return Invitation(**row) if row else None
