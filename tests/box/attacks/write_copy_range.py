"""Has the kernel copy one file over another."""

# judge: changed

import os


def attack(ground):
    os.copy_file_range(os.open(ground["solution.py"], os.O_RDONLY), os.open(ground["file"], os.O_WRONLY), 20)
