"""Runs a program by posix_spawn."""

# judge: started

import os


def attack(ground):
    os.posix_spawn("/bin/sleep", ["sleep", "20"], {})
