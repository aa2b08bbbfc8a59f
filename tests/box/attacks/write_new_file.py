"""Makes a new file."""

# judge: changed

import os


def attack(ground):
    os.close(os.open(ground["folder"] + "/new", os.O_CREAT | os.O_EXCL | os.O_WRONLY))
