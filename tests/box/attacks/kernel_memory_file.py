"""Makes a file that lives in memory."""

# judge: child

import os


def attack(ground):
    os.memfd_create("mine")
