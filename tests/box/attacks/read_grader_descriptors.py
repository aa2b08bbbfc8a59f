"""Reads which files the grader's own process holds open."""

# judge: leak

import os


def attack(ground):
    folder = f"/proc/{ground['grader']}/fd/"
    found = []
    for number in os.listdir(folder):
        found.append(os.readlink(folder + number))
    return [name for name in found if ground["token"] in name]
