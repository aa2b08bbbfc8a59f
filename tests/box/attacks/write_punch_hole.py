"""Replaces a file's content with zeros."""

# judge: changed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
KEEP_SIZE, PUNCH_HOLE = 1, 2


def attack(ground):
    descriptor = os.open(ground["file"], os.O_WRONLY)
    start, length = ctypes.c_long(0), ctypes.c_long(8)
    if libc.fallocate(descriptor, KEEP_SIZE | PUNCH_HOLE, start, length):
        raise OSError(ctypes.get_errno(), "fallocate")
