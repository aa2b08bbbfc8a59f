"""Lets another process wait for all others."""

# judge: victim

import os


def attack(ground):
    os.setpriority(os.PRIO_PROCESS, ground["victim"], 19)
