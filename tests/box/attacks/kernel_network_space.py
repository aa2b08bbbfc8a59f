"""Enters a network of its own."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def attack(ground):
    if libc.unshare(NEW_NETWORK) and libc.unshare(NEW_USER | NEW_NETWORK):
        raise OSError(ctypes.get_errno(), "unshare")
