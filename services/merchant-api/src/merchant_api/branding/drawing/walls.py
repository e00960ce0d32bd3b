"""What the drawing process gives up before it reads a byte of somebody's file."""

import contextlib
import resource
from typing import Final

MAX_MEMORY_BYTES: Final = 640 * 1024 * 1024
MAX_CPU_S: Final = 15

_LIMITS: Final = (
    # No file can be opened any more, and no socket: a new one needs a number below the limit.
    (resource.RLIMIT_NOFILE, 0),
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_CORE, 0),
    (resource.RLIMIT_NPROC, 0),
    (resource.RLIMIT_CPU, MAX_CPU_S),
    (resource.RLIMIT_AS, MAX_MEMORY_BYTES),
)


def give_up_everything() -> None:
    """Bound memory and time, and close the way to files, network and other processes.

    Whatever will be needed has to be imported before.
    """
    for limit, most in _LIMITS:
        # macOS refuses the bound of memory; there the bounds of pixels and time remain.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))
