"""Makes a second process and waits, as vfork does, until it ends."""

# judge: started

import ctypes
import os
import signal
import time

libc = ctypes.CDLL(None, use_errno=True)
CLONE = {"x86_64": 56, "aarch64": 220}[os.uname().machine]
VFORK = 0x4000


def attack(ground):
    nothing = (ctypes.c_long(0) for _ in range(4))
    pid = libc.syscall(CLONE, ctypes.c_ulong(VFORK | signal.SIGCHLD), *nothing)
    if pid == 0:
        time.sleep(0.1)
        os._exit(0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
