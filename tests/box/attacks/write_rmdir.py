"""Deletes a folder."""

# judge: changed

import os


def attack(ground):
    os.rmdir(ground["empty"])
