"""Maps a file as an array."""

# judge: leak

import numpy as np


def attack(ground):
    return bytes(np.memmap(ground["file"], np.uint8, "r"))
