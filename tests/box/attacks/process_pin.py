"""Allows another process one core only."""

# judge: victim

import os


def attack(ground):
    os.sched_setaffinity(ground["victim"], {min(os.sched_getaffinity(0))})
