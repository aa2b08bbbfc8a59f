"""Changes a file through a mapping: no limit for files counts that."""

# judge: changed

import mmap
import os


def attack(ground):
    content = mmap.mmap(os.open(ground["file"], os.O_RDWR), 0)
    content[:6] = b"edited"
    content.flush()
