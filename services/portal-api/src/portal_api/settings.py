"""What the portal is told by its environment."""

from typing import Annotated

from chassis.networks import TrustedProxies
from chassis.settings import ProcessSettings
from pydantic import AfterValidator, Field

from portal_api.request_return import ReplyLine
from portal_api.tries import Limits


def _without_slash(url: str) -> str:
    return url.rstrip("/")


class Settings(ProcessSettings):
    """The portal's own settings beside those of every process."""

    public_url: Annotated[str, AfterValidator(_without_slash)] = Field(
        default="http://127.0.0.1:8080", description="Address at which customers reach the portal"
    )
    blob_url: str = Field(description="file:///folder or s3://bucket/prefix")
    notifier_public_key: str = Field(description="base64 X25519 key; links are sealed to it")
    trusted_proxies: TrustedProxies = Field(
        default=(), description="Networks whose X-Forwarded-For counts, comma separated"
    )
    lookup_tries_per_parcel: int = Field(default=5, ge=1, description="Failed look-ups an hour")
    lookup_tries_per_network: int = Field(default=20, ge=1, description="… in five minutes")
    lookup_tries_per_postal_code: int = Field(default=30, ge=1, description="… in five minutes")

    @property
    def limits(self) -> Limits:
        """How often look-ups may fail."""
        return Limits(
            parcel=self.lookup_tries_per_parcel,
            network=self.lookup_tries_per_network,
            postal_code=self.lookup_tries_per_postal_code,
        )

    @property
    def reply_line(self) -> ReplyLine:
        """How customers are written back to."""
        return ReplyLine(self.public_url, self.notifier_public_key)
