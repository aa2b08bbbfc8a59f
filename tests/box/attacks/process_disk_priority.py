"""Lets another process wait for the disk."""

# judge: victim

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
IOPRIO_SET = {"x86_64": 251, "aarch64": 30}[os.uname().machine]
PROCESS, IDLE = 1, 3 << 13


def attack(ground):
    if libc.syscall(IOPRIO_SET, ctypes.c_long(PROCESS), ctypes.c_long(ground["victim"]), ctypes.c_long(IDLE)):
        raise OSError(ctypes.get_errno(), "ioprio_set")
