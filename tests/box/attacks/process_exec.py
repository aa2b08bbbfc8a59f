"""Becomes another program."""

# judge: started

import os


def attack(ground):
    os.set_inheritable(3, True)  # so that nobody notices for a moment
    os.execve("/bin/sleep", ["sleep", "0.1"], {})
