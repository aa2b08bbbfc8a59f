"""Takes an extended attribute off a file."""

# judge: changed
# needs: xattr

import os


def attack(ground):
    os.removexattr(ground["file"], "user.note")
