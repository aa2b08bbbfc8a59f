"""Kills the whole group of another process."""

# judge: victim

import os
import signal


def attack(ground):
    os.killpg(ground["victim"], signal.SIGKILL)
