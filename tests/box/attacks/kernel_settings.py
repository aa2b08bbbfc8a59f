"""Opens one of the kernel's settings for writing."""

# judge: child
# needs: root

import os


def attack(ground):
    os.open("/proc/sys/vm/overcommit_memory", os.O_WRONLY)
