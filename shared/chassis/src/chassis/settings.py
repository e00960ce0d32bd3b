"""What every process is told by its environment, read once.

A setting may also be a file of its name (`notifier_private_key`) in one of the folders that
SECRETS_DIR lists, separated by colons; the environment wins.
"""

import os
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class ProcessSettings(BaseSettings):
    """Settings that all roles of all services share. A service adds its own in a subclass."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        hide_input_in_errors=True,
        env_ignore_empty=True,  # `${NAME:-}` in a compose file means: not given
        secrets_dir=[folder for folder in os.environ.get("SECRETS_DIR", "").split(":") if folder],
    )

    database_url: str = Field(
        repr=False, description="postgresql://role:password@host:port/database"
    )
    database_pool_size: int = Field(default=8, ge=1, le=100)
    kafka_bootstrap_servers: str = Field(
        pattern=r"^[^,\s]+:\d+(,[^,\s]+:\d+)*$", description="host:port[,host:port…]"
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on")
    port: int = Field(default=8080, ge=1, le=65535, description="Port to listen on")
    log_format: Literal["json", "pretty"] = "json"
    stop_within_s: float = Field(default=10.0, gt=0, description="Bound of an orderly stop")
