"""Reads a file through bare descriptors."""

# judge: leak

import os


def attack(ground):
    return os.pread(os.open(ground["file"], os.O_RDONLY), 1000, 0)
