"""Has the kernel send one file into another."""

# judge: changed

import os


def attack(ground):
    os.sendfile(os.open(ground["file"], os.O_WRONLY), os.open(ground["solution.py"], os.O_RDONLY), 0, 20)
