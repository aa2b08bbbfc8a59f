"""Gives a file a second name."""

# judge: changed

import os


def attack(ground):
    os.link(ground["file"], ground["empty"] + "/second")
