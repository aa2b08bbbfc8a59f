"""Lets another process run only when nothing else does, by the newer call."""

# judge: victim

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
SCHED_SETATTR = {"x86_64": 314, "aarch64": 274}[os.uname().machine]


def attack(ground):
    wanted = struct.pack("IIQiIQQQ", 48, os.SCHED_BATCH, 0, 7, 0, 0, 0, 0)
    if libc.syscall(SCHED_SETATTR, ctypes.c_long(ground["victim"]), wanted, ctypes.c_long(0)):
        raise OSError(ctypes.get_errno(), "sched_setattr")
