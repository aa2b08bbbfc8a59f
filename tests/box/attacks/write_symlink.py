"""Makes a link."""

# judge: changed

import os


def attack(ground):
    os.symlink("/etc/passwd", ground["folder"] + "/new")
