"""Enters each of the remaining spaces: names, processes to come, System V objects, cgroups, clocks."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NEW_USER = 0x10000000
OTHERS = (0x4000000, 0x20000000, 0x8000000, 0x2000000, 0x80)


def attack(ground):
    if not [space for space in OTHERS if libc.unshare(space) == 0 or libc.unshare(NEW_USER | space) == 0]:
        raise OSError(ctypes.get_errno(), "unshare")
