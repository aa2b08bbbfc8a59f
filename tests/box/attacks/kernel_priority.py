"""Raises its own priority."""

# judge: child
# needs: root

import os


def attack(ground):
    os.nice(-5)
