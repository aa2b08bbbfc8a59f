"""Has its memory laid out without chance."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
NO_CHANCE = 0x40000


def attack(ground):
    if libc.personality(NO_CHANCE) < 0:
        raise OSError(ctypes.get_errno(), "personality")
