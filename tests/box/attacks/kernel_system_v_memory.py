"""Leaves a System V segment behind for later learners."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.shmget(ground["key"], 4096, 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "shmget")
