"""Puts a key into the kernel."""

# judge: keys

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
ADD_KEY = {"x86_64": 248, "aarch64": 217}[os.uname().machine]
PROCESS_KEYRING = ctypes.c_long(-2)


def attack(ground):
    if libc.syscall(ADD_KEY, b"user", ground["token"].encode(), b"mine", ctypes.c_long(4), PROCESS_KEYRING) < 0:
        raise OSError(ctypes.get_errno(), "add_key")
