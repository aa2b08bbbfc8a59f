"""Makes another folder its root, which is the first step out of one."""

# judge: child
# needs: root

import os


def attack(ground):
    os.chroot(ground["folder"])
