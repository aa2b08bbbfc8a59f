"""Finds names with a pattern."""

# judge: leak

import glob


def attack(ground):
    return glob.glob(ground["folder"] + "/*/*.py")
