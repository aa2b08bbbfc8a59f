"""Makes memory that not even the kernel can look into."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.syscall(447, ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "memfd_secret")
