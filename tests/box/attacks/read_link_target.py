"""Reads where a link leads."""

# judge: leak

import os


def attack(ground):
    return os.readlink(ground["link"])
