"""Makes a second process by the bare call."""

# judge: started

import ctypes
import os
import signal
import time

libc = ctypes.CDLL(None, use_errno=True)
CLONE = {"x86_64": 56, "aarch64": 220}[os.uname().machine]


def attack(ground):
    nothing = (ctypes.c_long(0) for _ in range(4))
    pid = libc.syscall(CLONE, ctypes.c_ulong(signal.SIGCHLD), *nothing)
    if pid == 0:
        time.sleep(20)
        os._exit(0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone")
