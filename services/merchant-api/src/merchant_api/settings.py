"""What merchant-api is told by its environment."""

from chassis.networks import TrustedProxies
from chassis.settings import ProcessSettings
from pydantic import Field


class Settings(ProcessSettings):
    """Settings of all roles of merchant-api."""

    public_url: str = Field(
        default="http://127.0.0.1:8081",
        pattern=r"^https?://[^/]+$",
        description="Address of the console and the API, as browsers reach it",
    )
    portal_url: str = Field(
        default="http://127.0.0.1:8080",
        pattern=r"^https?://[^/]+$",
        description="Address of the portal, as customers reach it",
    )
    blob_url: str = Field(description="file:///folder or s3://bucket/prefix, for pictures")
    trusted_proxies: TrustedProxies = Field(
        default=(), description="Networks whose X-Forwarded-For counts, comma separated"
    )
    labeler_public_key: str = Field(
        min_length=44, max_length=44, description="X25519 key of labeler, base64"
    )
    notifier_public_key: str = Field(
        min_length=44, max_length=44, description="X25519 key of notifier, base64"
    )
