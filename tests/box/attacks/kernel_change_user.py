"""Becomes another user."""

# judge: child
# needs: root

import os


def attack(ground):
    os.setresgid(12345, 12345, 12345)
    os.setresuid(12345, 12345, 12345)
