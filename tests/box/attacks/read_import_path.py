"""Puts the teacher's folder on the path and imports the solution by its name."""

# judge: leak

import sys


def attack(ground):
    sys.path.insert(0, ground["folder"])
    import solution

    return solution.SECRET
