"""Asks for a file's size."""

# judge: leak
# mild: only sizes and times of files whose names are known; a private root hides them

import os


def attack(ground):
    return os.stat(ground["sized"]).st_size
