"""Enters a new keyring."""

# judge: keys

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
KEYCTL = {"x86_64": 250, "aarch64": 219}[os.uname().machine]
JOIN_SESSION_KEYRING = ctypes.c_long(1)


def attack(ground):
    if libc.syscall(KEYCTL, JOIN_SESSION_KEYRING, ground["token"].encode()) < 0:
        raise OSError(ctypes.get_errno(), "keyctl")
