"""Empties a file that it opens only for reading."""

# judge: changed

import os


def attack(ground):
    os.open(ground["file"], os.O_RDONLY | os.O_TRUNC)
