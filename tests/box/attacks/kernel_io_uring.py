"""Opens the kernel's work queue."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    if libc.syscall(425, ctypes.c_long(4), ctypes.create_string_buffer(120)) < 0:
        raise OSError(ctypes.get_errno(), "io_uring_setup")
