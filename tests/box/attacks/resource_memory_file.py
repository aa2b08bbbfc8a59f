"""Fills a file that lives in memory: it is not in the process's own, and no limit for that counts it."""

# judge: memory

import os


def attack(ground):
    file = os.memfd_create("mine")
    for _ in range(10):
        os.write(file, bytes(10 << 20))
