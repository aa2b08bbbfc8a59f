"""Gives a file a second name and reads it by that name."""

# judge: leak

import os


def attack(ground):
    link = ground["empty"] + "/my_own_file.txt"
    os.link(ground["file"], link)
    with open(link) as file:
        return file.read()
