"""Makes a terminal of the teacher's its own."""

# judge: child

import os


def attack(ground):
    os.open(ground["terminal"], os.O_RDWR)
