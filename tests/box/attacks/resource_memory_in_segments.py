"""Fills System V segments one after the other: they are in nobody's memory, and no limit counts them."""

# judge: memory

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.shmat.restype = ctypes.c_void_p


def attack(ground):
    size = 20 << 20
    for number in range(4):
        segment = libc.shmget(ground["key"] + number, ctypes.c_size_t(size), 0o1666)
        address = libc.shmat(segment, None, 0)
        if segment < 0 or address in (None, ctypes.c_void_p(-1).value):
            raise OSError(ctypes.get_errno(), "shmget")
        ctypes.memset(address, 1, size)
        libc.shmdt(ctypes.c_void_p(address))
