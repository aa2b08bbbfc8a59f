"""Adds a line to a file; lifts the limit for files first, where there is one."""

# judge: changed

import contextlib
import resource


def attack(ground):
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    with open(ground["file"], "a") as file:
        file.write("one more line\n")
