"""Reads a file as a table of words."""

# judge: leak

import numpy as np


def attack(ground):
    return str(np.loadtxt(ground["file"], str))
