"""Makes a process that has another parent, another session and no way back."""

# judge: started

import os
import time


def attack(ground):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(20)
        os._exit(0)
    os.wait()
