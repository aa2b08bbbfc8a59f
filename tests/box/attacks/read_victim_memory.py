"""Reads the memory of another process through its file in /proc."""

# judge: leak

import os


def attack(ground):
    pid = ground["victim"]
    with open(f"/proc/{pid}/stat") as file:
        start, end = (int(word) for word in file.read().split()[49:51])
    return os.pread(os.open(f"/proc/{pid}/mem", os.O_RDONLY), end - start, start)
