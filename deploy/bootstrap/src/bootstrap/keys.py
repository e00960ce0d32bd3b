"""Key pairs, so that a box for labeler or notifier opens there and nowhere else."""

import logging
from base64 import b64decode, b64encode
from pathlib import Path

from nacl.public import PrivateKey

log = logging.getLogger(__name__)

OWNERS = ("labeler", "notifier")


def prepare_keys(folder: Path) -> None:
    """Draw what is missing: `<owner>/<owner>_private_key` and `public/<owner>_public_key`.

    Base64 of raw X25519 keys. A private key that is there stays, whatever became of the public one:
    what was sealed to it must still open.
    """
    for owner in OWNERS:
        private = folder / owner / f"{owner}_private_key"
        public = folder / "public" / f"{owner}_public_key"
        if private.exists() and public.exists():
            continue
        if private.exists():
            key = PrivateKey(b64decode(private.read_text()))
        else:
            key = PrivateKey.generate()
            _write(private, bytes(key), mode=0o400)
            log.info("key pair drawn: %s", owner)
        _write(public, bytes(key.public_key), mode=0o444)


def _write(file: Path, content: bytes, *, mode: int) -> None:
    """Write the file whole or not at all: half a key would count as one that is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    partial.write_text(b64encode(content).decode())
    partial.chmod(mode)
    partial.rename(file)
