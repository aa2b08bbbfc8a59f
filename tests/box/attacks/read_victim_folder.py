"""Reads the name of another process's working folder."""

# judge: leak

import os


def attack(ground):
    return os.readlink(f"/proc/{ground['victim']}/cwd")
