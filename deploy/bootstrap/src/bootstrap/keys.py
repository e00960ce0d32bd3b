"""Key pairs, so that a box for labeler or notifier opens there and nowhere else."""

import logging
from base64 import b64encode
from pathlib import Path

from nacl.public import PrivateKey

log = logging.getLogger(__name__)

OWNERS = ("labeler", "notifier")


def prepare_keys(folder: Path) -> None:
    """Draw what is missing: `<owner>/<owner>_private_key` and `public/<owner>_public_key`.

    Base64 of raw X25519 keys. A pair that is there stays: what was sealed to it must still open.
    """
    for owner in OWNERS:
        private = folder / owner / f"{owner}_private_key"
        public = folder / "public" / f"{owner}_public_key"
        if private.exists() and public.exists():
            continue
        key = PrivateKey.generate()
        _write(private, bytes(key), mode=0o400)
        _write(public, bytes(key.public_key), mode=0o444)
        log.info("key pair drawn: %s", owner)


def _write(file: Path, content: bytes, *, mode: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(b64encode(content).decode())
    file.chmod(mode)
