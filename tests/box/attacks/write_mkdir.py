"""Makes a folder."""

# judge: changed

import os


def attack(ground):
    os.mkdir(ground["folder"] + "/new")
