"""Saves an array over another one."""

# judge: changed

import numpy as np


def attack(ground):
    np.save(ground["answers.npy"], np.zeros(3))
