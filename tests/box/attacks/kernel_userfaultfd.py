"""Handles its own page faults, which makes races in the kernel easy to win."""

# judge: child

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
USERFAULTFD = {"x86_64": 323, "aarch64": 282}[os.uname().machine]
USER_MODE_ONLY = 1


def attack(ground):
    if libc.syscall(USERFAULTFD, ctypes.c_long(USER_MODE_ONLY)) < 0:
        raise OSError(ctypes.get_errno(), "userfaultfd")
