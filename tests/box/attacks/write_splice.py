"""Moves a pipe's content into a file."""

# judge: changed

import os


def attack(ground):
    reader, writer = os.pipe()
    os.write(writer, b"edited")
    os.splice(reader, os.open(ground["file"], os.O_WRONLY), 6)
