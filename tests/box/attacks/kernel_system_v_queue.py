"""Leaves a System V queue behind for later learners."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.msgget(ground["key"], 0o1666) < 0:
        raise OSError(ctypes.get_errno(), "msgget")
