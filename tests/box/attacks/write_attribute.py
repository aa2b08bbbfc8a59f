"""Puts an extended attribute on a file."""

# judge: changed
# needs: xattr

import os


def attack(ground):
    os.setxattr(ground["file"], "user.mine", b"here")
