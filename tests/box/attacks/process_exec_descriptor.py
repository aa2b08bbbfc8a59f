"""Becomes another program that it names by a descriptor."""

# judge: started

import os


def attack(ground):
    os.set_inheritable(3, True)
    os.execve(os.open("/bin/sleep", os.O_RDONLY), ["sleep", "0.1"], {})
