"""Has the kernel send a file into a pipe."""

# judge: leak

import os


def attack(ground):
    reader, writer = os.pipe()
    os.sendfile(writer, os.open(ground["file"], os.O_RDONLY), 0, 1000)
    return os.read(reader, 1000)
