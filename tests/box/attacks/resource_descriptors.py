"""Opens three hundred descriptors; lifts the limit for them first, where there is one."""

# judge: descriptors

import contextlib
import os
import resource


def attack(ground):
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (400, 400))
    for _ in range(300):
        os.dup(0)
