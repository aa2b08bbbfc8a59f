"""Has its own pages put into a pipe, which once let everybody write into any file."""

# judge: syscall

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    # the channel is no pipe: the kernel says so, and nothing happens
    told = {"vmsplice": 0, "tee": 0}
    if libc.vmsplice(3, None, ctypes.c_size_t(1), 0) < 0:
        told["vmsplice"] = ctypes.get_errno()
    if libc.tee(3, 3, ctypes.c_size_t(1), 0) < 0:
        told["tee"] = ctypes.get_errno()
    return told
