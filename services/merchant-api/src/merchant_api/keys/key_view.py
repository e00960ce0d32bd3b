"""API keys as people see them: what each may do, whether it serves, what revoking would break."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chassis.words import Words

from merchant_api.keys.key_store import OwnKey
from merchant_api.keys.rotation import MOST_OF_NAME
from merchant_api.keys.scopes import ALL_SCOPES, Scope

_SHOWN_CHARACTERS: Final = 5


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One key in the list. `warning` is empty if nothing seems to use it."""

    key_id: str
    name: str
    beginning: str
    allows: str
    made: str
    used: str
    is_unused: bool
    can_renew: bool
    warning: str


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """One box to tick."""

    scope: Scope
    title: str
    explained: str
    is_ticked: bool


def key_rows(live: Sequence[OwnKey], words: Words) -> tuple[KeyRow, ...]:
    """Show the live keys by name, so that the two of a name stand together."""
    by_name = sorted(live, key=lambda key: (key.name.casefold(), key.created_at))
    return tuple(_row(key, live, words) for key in by_name)


def revoked_rows(revoked: Sequence[OwnKey], words: Words) -> tuple[str, ...]:
    """Say of each key that was revoked which it was, and when."""
    return tuple(
        words(
            "key-revoked-line",
            name=key.name,
            beginning=_beginning(key.key_id),
            at=words.moment(key.revoked_at or key.created_at),
        )
        for key in revoked
    )


def scope_choices(ticked: Sequence[str], words: Words) -> tuple[ScopeChoice, ...]:
    """Offer every scope."""
    return tuple(
        ScopeChoice(
            scope,
            words(f"scope-{_word(scope)}"),
            words(f"scope-explained-{_word(scope)}"),
            scope in ticked,
        )
        for scope in ALL_SCOPES
    )


def warning_of(key: OwnKey, live: Sequence[OwnKey], words: Words) -> str:
    """Say what revoking `key` would cut off; empty if it never served."""
    if key.last_used_at is None:
        return ""
    at = words.moment(key.last_used_at)
    twins = [other for other in _named(key.name, live) if other.key_id != key.key_id]
    if twins and all(twin.last_used_at is None for twin in twins):
        return words("key-warning-successor-unused", at=at)
    is_last = all(
        other.last_used_at is None or other.last_used_at <= key.last_used_at for other in live
    )
    name = "key-warning-used-last" if is_last else "key-warning-used"
    return words(name, at=at)


def _row(key: OwnKey, live: Sequence[OwnKey], words: Words) -> KeyRow:
    used_at = key.last_used_at
    return KeyRow(
        key_id=key.key_id,
        name=key.name,
        beginning=_beginning(key.key_id),
        allows=_allows(key.scopes, words),
        made=words("key-made-on", at=words.moment(key.created_at)),
        used=words("key-used-on", at=words.moment(used_at)) if used_at else words("key-unused"),
        is_unused=used_at is None,
        can_renew=len(_named(key.name, live)) < MOST_OF_NAME,
        warning=warning_of(key, live, words),
    )


def _named(name: str, live: Sequence[OwnKey]) -> list[OwnKey]:
    return [key for key in live if key.name.casefold() == name.casefold()]


def _allows(scopes: Sequence[Scope], words: Words) -> str:
    if len(scopes) == len(ALL_SCOPES):
        return words("key-allows-all")
    return " · ".join(words(f"scope-{_word(scope)}") for scope in scopes)


def _beginning(key_id: str) -> str:
    """Show as much of a key as tells it from another: its id is no secret."""
    return f"rp_live_{key_id[:_SHOWN_CHARACTERS]}…"


def _word(scope: Scope) -> str:
    return scope.replace(":", "-")
