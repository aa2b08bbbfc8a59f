"""Sends a signal to one thread of another process."""

# judge: victim

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
TGKILL = {"x86_64": 234, "aarch64": 131}[os.uname().machine]


def attack(ground):
    pid = ctypes.c_long(ground["victim"])
    if libc.syscall(TGKILL, pid, pid, ctypes.c_long(9)):
        raise OSError(ctypes.get_errno(), "tgkill")
