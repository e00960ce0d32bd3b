"""Becomes another program that dies with its parent; run as a script, before any import of ours.

    python -I -S launch.py PARENT SIGNAL UID GID program argument…

The kernel sends SIGNAL when the *thread* that started us ends. UID and GID `-` keep the account.
Setting this up here, and not between fork and exec, keeps the parent's threads out of it.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
CAP_DAC_READ_SEARCH = 2
CAPABILITY_VERSION_3 = 0x20080522


def become(arguments: list[str]) -> None:
    """Turn this process into the program that the arguments name."""
    parent, death_signal, uid, gid, *program = arguments
    if uid != "-":
        take_account(int(uid), int(gid))
    if sys.platform == "linux":
        # After the change of account, which would clear it.
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, int(death_signal))
        if os.getppid() != int(parent):
            sys.exit(f"the parent {parent} ended before {program[0]} could start")
    os.execvp(program[0], program)  # noqa: S606  no shell is the point


def take_account(uid: int, gid: int) -> None:
    """Drop root for `uid`, keeping on Linux the right to read below a closed home directory."""
    libc = ctypes.CDLL(None)
    if sys.platform == "linux":
        libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)
    if sys.platform == "linux":
        keep_passage(libc)


def keep_passage(libc: ctypes.CDLL) -> None:
    """Keep CAP_DAC_READ_SEARCH, and only that, across exec; without effect where root lacks it."""
    mask = 1 << CAP_DAC_READ_SEARCH
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    # Three words (effective, permitted, inheritable), then the same for the capabilities past 32.
    sets = (ctypes.c_uint32 * 6)(mask, mask, mask, 0, 0, 0)
    libc.capset(header, sets)
    libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0)


if __name__ == "__main__":
    become(sys.argv[1:])
