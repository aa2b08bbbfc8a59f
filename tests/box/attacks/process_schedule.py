"""Lets another process run only when nothing else does."""

# judge: victim

import os


def attack(ground):
    os.sched_setscheduler(ground["victim"], os.SCHED_IDLE, os.sched_param(0))
