"""Enters a user space of its own, in which it is root."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NEW_USER = 0x10000000


def attack(ground):
    if libc.unshare(NEW_USER):
        raise OSError(ctypes.get_errno(), "unshare")
