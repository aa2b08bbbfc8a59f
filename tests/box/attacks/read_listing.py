"""Lists the other learners."""

# judge: leak

import os


def attack(ground):
    return os.listdir(ground["others"])
