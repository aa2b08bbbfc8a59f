"""Makes a Landlock ruleset of its own."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    handled = ctypes.c_ulong(1)
    if libc.syscall(444, ctypes.byref(handled), ctypes.c_long(8), ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "landlock_create_ruleset")
