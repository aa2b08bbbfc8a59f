"""Becomes the tracer of its own parent, without stopping it."""

# judge: victim

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
SEIZE = 0x4206


def attack(ground):
    if libc.ptrace(SEIZE, os.getppid(), None, None):
        raise OSError(ctypes.get_errno(), "ptrace")
