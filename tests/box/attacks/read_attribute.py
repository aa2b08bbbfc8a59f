"""Reads a file's extended attribute."""

# judge: leak
# needs: xattr

import os


def attack(ground):
    return {name: os.getxattr(ground["file"], name) for name in os.listxattr(ground["file"])}
