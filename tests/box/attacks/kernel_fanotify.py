"""Watches files by the newer call."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
BY_NUMBER = 0x200


def attack(ground):
    if libc.fanotify_init(BY_NUMBER, 0) < 0:
        raise OSError(ctypes.get_errno(), "fanotify_init")
