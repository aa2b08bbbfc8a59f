"""Gives itself more time."""

# judge: child

import resource


def attack(ground):
    resource.setrlimit(resource.RLIMIT_CPU, (1000, 1000))
