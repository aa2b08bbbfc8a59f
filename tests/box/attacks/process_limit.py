"""Lowers another process's limits."""

# judge: victim

import resource


def attack(ground):
    resource.prlimit(ground["victim"], resource.RLIMIT_NOFILE, (5, 5))
