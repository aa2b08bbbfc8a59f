"""Prepares a file system by the newer calls."""

# judge: child
# needs: root

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.syscall(430, b"tmpfs", ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "fsopen")
