"""Mounts a file system, in a space of mounts of its own so that nobody else sees it."""

# judge: child
# needs: root

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NEW_MOUNTS, PRIVATE = 0x20000, 1 << 18 | 1 << 14


def attack(ground):
    done = libc.unshare(NEW_MOUNTS) or libc.mount(b"none", b"/", None, PRIVATE, None)
    if done or libc.mount(b"none", ground["empty"].encode(), b"tmpfs", 0, None):
        raise OSError(ctypes.get_errno(), "mount")
