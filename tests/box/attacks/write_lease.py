"""Takes a lease on a file, so that everybody who opens it has to wait."""

# judge: locked

import fcntl
import os


def attack(ground):
    fcntl.fcntl(os.open(ground["file"], os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_WRLCK)
