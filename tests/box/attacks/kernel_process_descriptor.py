"""Opens a process as a descriptor."""

# judge: child

import os


def attack(ground):
    os.pidfd_open(os.getpid())
