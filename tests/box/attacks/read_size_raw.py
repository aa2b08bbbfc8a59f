"""Asks for a file's size by the newest call for it."""

# judge: leak
# mild: only sizes and times of files whose names are known; a private root hides them

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
STATX = {"x86_64": 332, "aarch64": 291}[os.uname().machine]


def attack(ground):
    found = ctypes.create_string_buffer(256)
    here, flags, wanted = ctypes.c_long(-100), ctypes.c_long(0), ctypes.c_long(0x7FF)
    if libc.syscall(STATX, here, ground["sized"].encode(), flags, wanted, found):
        raise OSError(ctypes.get_errno(), "statx")
    return struct.unpack_from("Q", found, 40)[0]
