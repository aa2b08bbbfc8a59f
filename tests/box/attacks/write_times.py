"""Makes a file look old."""

# judge: changed

import os


def attack(ground):
    os.utime(ground["file"], (1, 1))
