"""Makes a second process from a thread."""

# judge: started

import os
import threading
import time


def fork():
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)


def attack(ground):
    thread = threading.Thread(target=fork)
    thread.start()
    thread.join()
