"""Locks a file that others need."""

# judge: locked

import fcntl
import os


def attack(ground):
    fcntl.flock(os.open(ground["file"], os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)
