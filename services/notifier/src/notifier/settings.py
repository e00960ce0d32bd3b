"""What the notifier is told by its environment, read once."""

from base64 import b64decode

from chassis.settings import ProcessSettings
from pydantic import Field, SecretStr, field_validator

from notifier.mailboxes import Mailbox, NotAMailbox, parse_mailbox
from notifier.smtp import WITHIN_S, MailServer, parse_mail_server

_KEY_BYTES = 32


class Settings(ProcessSettings):
    """The settings of the `work` role."""

    port: int = Field(default=8084, ge=1, le=65535, description="Port of the health routes")
    smtp_url: SecretStr = Field(description="smtp://[user:password@]host:port, or smtps://")
    mail_from: str = Field(default="", description="Sender's address; else each store's contact")
    console_url: str = Field(
        default="http://127.0.0.1:8081",
        pattern=r"^https?://[^/]+$",
        description="Address of the merchants' console, as browsers reach it",
    )
    notifier_private_key: SecretStr = Field(description="X25519 key as base64")
    blob_url: str = Field(description="file:///folder or s3://bucket/prefix")
    # A mail cut off after its content may have been taken: outlast the server's answer to it.
    stop_within_s: float = Field(default=WITHIN_S + 5, gt=0, description="Bound of an orderly stop")

    @field_validator("smtp_url")
    @classmethod
    def _names_a_server(cls, url: SecretStr) -> SecretStr:
        parse_mail_server(url.get_secret_value())
        return url

    @field_validator("mail_from")
    @classmethod
    def _is_a_mailbox(cls, address: str) -> str:
        try:
            return str(parse_mailbox(address)) if address else ""
        except NotAMailbox as error:
            message = "not an address that a mail server takes"
            raise ValueError(message) from error

    @field_validator("notifier_private_key")
    @classmethod
    def _is_a_key(cls, key: SecretStr) -> SecretStr:
        # Checked at the start: a torn key would refuse every message, for good.
        if len(b64decode(key.get_secret_value(), validate=True)) != _KEY_BYTES:
            message = f"not {_KEY_BYTES} bytes in base64"
            raise ValueError(message)
        return key

    @property
    def mail_server(self) -> MailServer:
        """Where mail is handed in."""
        return parse_mail_server(self.smtp_url.get_secret_value())

    @property
    def sender(self) -> Mailbox | None:
        """The address that all mail comes from, if there is one for all stores."""
        return parse_mailbox(self.mail_from) if self.mail_from else None
