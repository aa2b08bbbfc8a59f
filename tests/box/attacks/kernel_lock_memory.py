"""Holds memory that can never be paged out."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
KEPT = ctypes.create_string_buffer(1 << 20)


def attack(ground):
    if libc.mlock(KEPT, ctypes.c_size_t(len(KEPT))):
        raise OSError(ctypes.get_errno(), "mlock")
