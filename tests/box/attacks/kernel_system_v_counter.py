"""Leaves a System V semaphore behind for later learners."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.semget(ground["key"], 1, 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "semget")
