"""Moves a file away."""

# judge: changed

import os


def attack(ground):
    os.rename(ground["file"], ground["folder"] + "/elsewhere")
