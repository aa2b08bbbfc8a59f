"""Reads a file through the lowest class of the io module."""

# judge: leak

import _io


def attack(ground):
    with _io.FileIO(ground["file"]) as file:
        return file.readall()
