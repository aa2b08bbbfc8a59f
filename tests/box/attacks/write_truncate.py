"""Empties a file by its name."""

# judge: changed

import os


def attack(ground):
    os.truncate(ground["file"], 0)
