"""Leaves a message queue behind for later learners."""

# judge: child

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.mq_open(f"/{ground['token']}".encode(), os.O_CREAT | os.O_RDWR, 0o666, None) < 0:
        raise OSError(ctypes.get_errno(), "mq_open")
