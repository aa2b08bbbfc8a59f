"""Takes a copy of the tree of mounts."""

# judge: child
# needs: root

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
CLONE = 1


def attack(ground):
    if libc.syscall(428, ctypes.c_long(-100), b"/", ctypes.c_long(CLONE)) < 0:
        raise OSError(ctypes.get_errno(), "open_tree")
