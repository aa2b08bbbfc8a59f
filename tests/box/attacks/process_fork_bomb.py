"""Makes processes that make processes."""

# judge: started

import os
import time


def attack(ground):
    for _ in range(4):
        os.fork()
    if os.getpid() != PARENT:
        time.sleep(20)
        os._exit(0)


PARENT = os.getpid()
