"""Makes processes to compute with."""

# judge: started

import multiprocessing
import time


def attack(ground):
    multiprocessing.get_context("fork").Process(target=time.sleep, args=(20,), daemon=True).start()
