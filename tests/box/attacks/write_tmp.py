"""Leaves a file in the folder for temporary files."""

# judge: changed

import os


def attack(ground):
    open(f"{os.path.dirname(ground['folder'])}/{ground['token']}-mine", "x").close()
