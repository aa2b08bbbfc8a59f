"""Has itself run before everything else on this machine."""

# judge: child
# needs: root

import os


def attack(ground):
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
