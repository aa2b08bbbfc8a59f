"""Moves the place in memory that its arguments are shown from."""

# judge: child
# needs: limits

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
SET_MM, ARGUMENTS_START = 35, 8


def attack(ground):
    with open("/proc/self/stat") as file:
        start = int(file.read().rpartition(") ")[2].split()[45])
    if libc.prctl(SET_MM, ARGUMENTS_START, ctypes.c_ulong(start + 1), 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
