"""Opens the devices that stand for memory and virtual machines."""

# judge: child
# needs: root

import os


def attack(ground):
    for name in ("mem", "kvm", "fuse", "loop-control"):
        try:
            os.open(f"/dev/{name}", os.O_RDONLY)
        except OSError as fault:
            last = fault
        else:
            return
    raise last
