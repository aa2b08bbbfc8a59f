"""Takes the rights to a file away."""

# judge: changed

import os


def attack(ground):
    os.chmod(ground["file"], 0)
