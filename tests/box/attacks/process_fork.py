"""Makes a second process."""

# judge: started

import os
import time


def attack(ground):
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)
