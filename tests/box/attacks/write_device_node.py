"""Makes a device file of its own, for a device that only swallows."""

# judge: changed
# needs: root

import os
import stat


def attack(ground):
    os.mknod(ground["folder"] + "/new", 0o600 | stat.S_IFCHR, os.makedev(1, 3))
