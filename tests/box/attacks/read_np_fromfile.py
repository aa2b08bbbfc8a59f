"""Reads a file as an array of bytes."""

# judge: leak

import numpy as np


def attack(ground):
    return np.fromfile(ground["file"], np.uint8).tobytes()
