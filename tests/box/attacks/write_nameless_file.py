"""Makes a file without a name, and gives it one later."""

# judge: changed

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SYMLINK_FOLLOW = 0x400


def attack(ground):
    nameless = f"/proc/self/fd/{os.open(ground['folder'], os.O_TMPFILE | os.O_WRONLY)}"
    if libc.linkat(-100, nameless.encode(), -100, f"{ground['folder']}/new".encode(), SYMLINK_FOLLOW):
        raise OSError(ctypes.get_errno(), "linkat")
