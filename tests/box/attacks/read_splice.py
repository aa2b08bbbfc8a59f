"""Moves a file's content into a pipe without reading it."""

# judge: leak

import os


def attack(ground):
    reader, writer = os.pipe()
    os.splice(os.open(ground["file"], os.O_RDONLY), writer, 1000)
    return os.read(reader, 1000)
