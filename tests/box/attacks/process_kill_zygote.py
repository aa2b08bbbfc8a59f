"""Kills the process that forks learners' processes."""

# judge: victim

import os
import signal


def attack(ground):
    os.kill(os.getppid(), signal.SIGKILL)
