"""Makes a process with a terminal of its own."""

# judge: started

import pty
import time


def attack(ground):
    pid, _ = pty.fork()
    if pid == 0:
        time.sleep(20)
