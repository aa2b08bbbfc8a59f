"""Loads an array that the checks compare with."""

# judge: leak

import numpy as np


def attack(ground):
    return str(np.load(ground["answers.npy"]))
