"""Kills another process."""

# judge: victim

import os
import signal


def attack(ground):
    os.kill(ground["victim"], signal.SIGKILL)
