"""Makes a named pipe."""

# judge: changed

import os


def attack(ground):
    os.mkfifo(ground["folder"] + "/new")
