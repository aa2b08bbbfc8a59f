"""Changes the rights of a file that it opens only for reading."""

# judge: changed

import os


def attack(ground):
    os.fchmod(os.open(ground["file"], os.O_RDONLY), 0o700)
