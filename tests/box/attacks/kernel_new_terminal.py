"""Makes a terminal."""

# judge: child

import os


def attack(ground):
    os.open("/dev/ptmx", os.O_RDWR | os.O_NOCTTY)
