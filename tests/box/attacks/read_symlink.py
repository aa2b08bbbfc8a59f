"""Makes a link to a file and reads through it."""

# judge: leak

import os


def attack(ground):
    link = ground["folder"] + "/my_own_file.txt"
    os.symlink(ground["file"], link)
    with open(link) as file:
        return file.read()
