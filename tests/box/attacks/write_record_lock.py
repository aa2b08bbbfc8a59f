"""Locks a part of a file that others need."""

# judge: locked

import fcntl
import os


def attack(ground):
    fcntl.lockf(os.open(ground["file"], os.O_RDWR), fcntl.LOCK_EX | fcntl.LOCK_NB, 1)
