"""Lets two files change places."""

# judge: changed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
RENAMEAT2 = {"x86_64": 316, "aarch64": 276}[os.uname().machine]


def attack(ground):
    here, exchange = ctypes.c_long(-100), ctypes.c_long(2)
    one, other = ground["file"].encode(), ground["solution.py"].encode()
    if libc.syscall(RENAMEAT2, here, one, here, other, exchange):
        raise OSError(ctypes.get_errno(), "renameat2")
