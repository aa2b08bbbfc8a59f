"""Asks the kernel for a key that is not there."""

# judge: syscall

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
REQUEST_KEY = {"x86_64": 249, "aarch64": 218}[os.uname().machine]


def attack(ground):
    result = libc.syscall(REQUEST_KEY, b"user", ground["token"].encode() + b"-none", None, ctypes.c_long(0))
    return {"request_key": ctypes.get_errno() if result < 0 else 0}
