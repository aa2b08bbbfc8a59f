"""Deletes a file."""

# judge: changed

import os


def attack(ground):
    os.unlink(ground["file"])
