"""Sends a signal with a value to another process."""

# judge: victim

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.sigqueue(ground["victim"], 15, ctypes.c_void_p(0)):
        raise OSError(ctypes.get_errno(), "sigqueue")
