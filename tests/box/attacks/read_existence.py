"""Finds out which of some names there are files for."""

# judge: leak

import os


def attack(ground):
    return "".join("1" if os.access(f"{ground['probes']}/{n}", os.F_OK) else "0" for n in range(24))
