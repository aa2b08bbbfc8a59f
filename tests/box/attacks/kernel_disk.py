"""Opens the disk below all files."""

# judge: child
# needs: root

import os


def attack(ground):
    for name in sorted(os.listdir("/sys/class/block")):
        try:
            os.open(f"/dev/{name}", os.O_RDONLY)
        except OSError as fault:
            last = fault
        else:
            return
    raise last
