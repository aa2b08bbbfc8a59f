"""Maps a file into memory instead of reading it."""

# judge: leak

import mmap
import os


def attack(ground):
    descriptor = os.open(ground["file"], os.O_RDONLY)
    return mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)[:]
