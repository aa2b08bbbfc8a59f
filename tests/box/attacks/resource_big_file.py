"""Fills the disk through a mapping of a file with holes: no limit for files holds there."""

# judge: disk

import ctypes
import mmap
import os


def attack(ground):
    size = 16 << 20
    content = mmap.mmap(os.open(ground["sized"], os.O_RDWR), size)
    ctypes.memset(ctypes.addressof(ctypes.c_char.from_buffer(content)), 1, size)
    content.flush()
