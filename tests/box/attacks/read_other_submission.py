"""Walks through folders and copies what another learner handed in."""

# judge: leak

import os


def attack(ground):
    found = []
    for folder, _, names in os.walk(ground["others"]):
        for name in names:
            with open(os.path.join(folder, name)) as file:
                found.append(file.read())
    return found
