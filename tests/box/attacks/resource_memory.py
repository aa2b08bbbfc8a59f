"""Takes more memory than it may; lifts the limit first, where there is one."""

# judge: memory

import contextlib
import resource

KEPT = []


def attack(ground):
    with contextlib.suppress(ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (-1, -1))
    KEPT.append(b"x" * (100 << 20))
