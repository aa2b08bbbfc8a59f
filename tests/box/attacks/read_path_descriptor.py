"""Opens a file as a mere place, and reads it through that place's entry in /proc."""

# judge: leak

import os


def attack(ground):
    place = os.open(ground["file"], os.O_PATH)
    with open(f"/proc/self/fd/{place}") as file:
        return file.read()
