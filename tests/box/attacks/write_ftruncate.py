"""Shortens a file that is open for writing."""

# judge: changed

import os


def attack(ground):
    os.ftruncate(os.open(ground["file"], os.O_WRONLY), 3)
