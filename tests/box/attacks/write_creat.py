"""Empties a file by the oldest call for it."""

# judge: changed

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.creat(ground["file"].encode(), 0o600) < 0:
        raise OSError(ctypes.get_errno(), "creat")
