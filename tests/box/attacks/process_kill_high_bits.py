"""Kills another process, with a number that is wrong in its upper half, which the kernel does not look at."""

# judge: victim

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
KILL = {"x86_64": 62, "aarch64": 129}[os.uname().machine]


def attack(ground):
    if libc.syscall(KILL, ctypes.c_ulong(0xABCD << 32 | ground["victim"]), ctypes.c_long(9)):
        raise OSError(ctypes.get_errno(), "kill")
