"""Writes into the middle of a file."""

# judge: changed

import os


def attack(ground):
    os.pwrite(os.open(ground["file"], os.O_WRONLY), b"edited", 3)
