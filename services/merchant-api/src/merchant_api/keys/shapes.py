"""What the API says of API keys: the shapes of its JSON."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from merchant_api.keys.key_store import OwnKey
from merchant_api.keys.names import MOST_CHARACTERS, tidy_name
from merchant_api.keys.scopes import Scope

_NAME = "Warehouse sync"
_KEY_ID = "9sXw2fQ0bLrT"
_SCOPES: list[str] = ["returns:read", "shipments:write"]


def _not_blank(name: str) -> str:
    tidied = tidy_name(name)
    if not tidied:
        cause = "is blank"
        raise ValueError(cause)
    return tidied


Name = Annotated[
    str, StringConstraints(min_length=1, max_length=MOST_CHARACTERS), AfterValidator(_not_blank)
]


class KeyIn(BaseModel):
    """A key that is wanted."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"name": _NAME, "scopes": [*_SCOPES]}]}
    )

    name: Name
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1, max_length=20)]


class KeyOut(BaseModel):
    """What is known of a key: never the key."""

    key_id: str = Field(examples=[_KEY_ID])
    name: str = Field(examples=[_NAME])
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    """To the minute."""

    @classmethod
    def of(cls, key: OwnKey) -> Self:
        return cls(
            key_id=key.key_id,
            name=key.name,
            scopes=key.scopes,
            created_at=key.created_at,
            last_used_at=key.last_used_at,
        )


class KeyMade(BaseModel):
    """A key that was just made. `key` is told this once."""

    key_id: str = Field(examples=[_KEY_ID])
    name: str = Field(examples=[_NAME])
    scopes: tuple[Scope, ...]
    created_at: datetime
    key: str = Field(examples=[f"rp_live_{_KEY_ID}_…"])


class KeyList(BaseModel):
    """A page of live keys, the oldest first."""

    api_keys: tuple[KeyOut, ...]
    next_cursor: str | None = Field(examples=[None])
