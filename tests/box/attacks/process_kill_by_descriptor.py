"""Sends a signal to another process by a descriptor of it."""

# judge: victim

import os
import signal


def attack(ground):
    signal.pidfd_send_signal(os.pidfd_open(ground["victim"]), signal.SIGKILL)
