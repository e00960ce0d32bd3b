"""What labeler is told by its environment."""

from base64 import b64decode

from chassis.settings import ProcessSettings
from pydantic import Field, SecretStr, field_validator

_KEY_BYTES = 32


class Settings(ProcessSettings):
    """The settings of the work role."""

    blob_url: str = Field(description="Where label files go: file:///folder or s3://bucket/prefix")
    canada_post_url: str = Field(description="The carrier's host; alone to see credentials")
    canada_post_test_url: str | None = Field(
        default=None, description="The carrier's host for accounts that are for tests"
    )
    labeler_private_key: SecretStr = Field(description="Base64 X25519 key that opens accounts")
    canada_post_timeout_s: float = Field(default=20.0, gt=0, description="Bound of a whole call")
    canada_post_calls_per_s: float = Field(
        default=1.0, gt=0, description="Of each product, on average, by one process"
    )
    tracking_interval_s: float = Field(
        default=1800.0, gt=0, description="Between two looks at one parcel"
    )
    # A purchase cut off in the middle is one that a person has to look into: outlast a whole call.
    stop_within_s: float = Field(default=30.0, gt=0, description="Bound of an orderly stop")

    @field_validator("labeler_private_key")
    @classmethod
    def _check_key(cls, key: SecretStr) -> SecretStr:
        """Refuse at the start what would otherwise fail at the first label."""
        if len(b64decode(key.get_secret_value(), validate=True)) != _KEY_BYTES:
            message = f"not {_KEY_BYTES} bytes in base64"
            raise ValueError(message)
        return key
