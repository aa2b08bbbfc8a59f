"""Makes a second process by the newest call."""

# judge: started

import ctypes
import os
import signal
import struct
import time

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    wanted = struct.pack("8Q", 0, 0, 0, 0, signal.SIGCHLD, 0, 0, 0)
    pid = libc.syscall(435, wanted, ctypes.c_long(len(wanted)))
    if pid == 0:
        time.sleep(20)
        os._exit(0)
    if pid < 0:
        raise OSError(ctypes.get_errno(), "clone3")
