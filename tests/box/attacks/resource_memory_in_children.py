"""Takes as much memory as it may, several times: each process has a limit of its own."""

# judge: memory

import os
import time


def attack(ground):
    for _ in range(3):
        if os.fork() == 0:
            taken = b"x" * (30 << 20)
            time.sleep(20)
            os._exit(len(taken))
    time.sleep(0.15)
