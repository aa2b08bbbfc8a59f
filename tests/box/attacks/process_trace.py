"""Becomes the tracer of another process, which stops it."""

# judge: victim

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
ATTACH = 16


def attack(ground):
    if libc.ptrace(ATTACH, ground["victim"], None, None):
        raise OSError(ctypes.get_errno(), "ptrace")
