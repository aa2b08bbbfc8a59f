"""Crashes so that its memory is written to disk."""

# judge: disk
# needs: core

import os
import resource


def attack(ground):
    os.chdir(ground["folder"])
    resource.setrlimit(resource.RLIMIT_CORE, (1 << 25, 1 << 25))
    os.abort()
