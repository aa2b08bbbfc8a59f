"""Makes two hundred empty files: each takes an entry that the disk has only so many of."""

# judge: disk

import os


def attack(ground):
    for number in range(200):
        os.mknod(f"{ground['empty']}/{number}")
