"""Starts a hundred threads."""

# judge: threads
# mild: for an ordinary user the number of threads is not bounded, only the time and memory of all together

import _thread
import time


def attack(ground):
    _thread.stack_size(1 << 16)
    for _ in range(100):
        _thread.start_new_thread(time.sleep, (10,))
