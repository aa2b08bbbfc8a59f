"""Makes a folder of the teacher's its own working folder."""

# judge: child

import os


def attack(ground):
    os.chdir(ground["empty"])
