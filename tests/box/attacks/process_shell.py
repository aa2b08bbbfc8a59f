"""Runs a command in a shell."""

# judge: started

import os


def attack(ground):
    os.system("sleep 20 &")
