"""Enters groups that it was not in."""

# judge: child
# needs: root

import os


def attack(ground):
    os.setgroups([12345])
