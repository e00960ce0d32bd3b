"""Passwords and key pairs of this one installation, drawn once and kept in its folder."""

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from local_stack.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Keys:
    """Everything secret; the keys are X25519, in base64."""

    admin_db_password: str
    portal_db_password: str
    merchant_db_password: str
    labeler_db_password: str
    notifier_db_password: str
    notifier_public_key: str
    notifier_private_key: str
    labeler_public_key: str
    labeler_private_key: str


def require_keys(path: Path) -> Keys:
    """Read the keys, drawing them first where there are none. Only their owner may read them."""
    if not path.exists():
        partial = path.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(asdict(_draw()), file, indent=1)
        partial.rename(path)
    try:
        return Keys(**json.loads(path.read_text()))
    except (ValueError, TypeError) as error:
        message = f"{path} was written by another version of Renvoi. `make reset` starts afresh."
        raise Trouble(message) from error


def _draw() -> Keys:
    notifier_public, notifier_private = _key_pair()
    labeler_public, labeler_private = _key_pair()
    return Keys(
        admin_db_password=secrets.token_urlsafe(24),
        portal_db_password=secrets.token_urlsafe(24),
        merchant_db_password=secrets.token_urlsafe(24),
        labeler_db_password=secrets.token_urlsafe(24),
        notifier_db_password=secrets.token_urlsafe(24),
        notifier_public_key=notifier_public,
        notifier_private_key=notifier_private,
        labeler_public_key=labeler_public,
        labeler_private_key=labeler_private,
    )


def _key_pair() -> tuple[str, str]:
    # Imported when needed: a second start only reads.
    from nacl.public import PrivateKey  # noqa: PLC0415

    private = PrivateKey.generate()
    return _text(bytes(private.public_key)), _text(bytes(private))


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()
