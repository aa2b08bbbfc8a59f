"""Keeps memory that its limit does not count: shared, written, and unmapped but for one page."""

# judge: memory

import ctypes
import mmap

SIZE = 40 << 20
libc = ctypes.CDLL(None, use_errno=True)
libc.munmap.argtypes = (ctypes.c_void_p, ctypes.c_size_t)
kept = []


def attack(ground):
    for _ in range(10):
        memory = mmap.mmap(-1, SIZE)
        for place in range(0, SIZE, 4096):
            memory[place] = 1
        start = ctypes.addressof(ctypes.c_char.from_buffer(memory))
        libc.munmap(start + 4096, SIZE - 4096)
        kept.append(memory)
