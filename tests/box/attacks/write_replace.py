"""Puts one file in the place of another."""

# judge: changed

import os


def attack(ground):
    os.replace(ground["solution.py"], ground["file"])
