"""Attaches to memory that another program shares."""

# judge: leak

from multiprocessing import shared_memory


def attack(ground):
    attached = shared_memory.SharedMemory(ground["shared"])
    return bytes(attached.buf)
