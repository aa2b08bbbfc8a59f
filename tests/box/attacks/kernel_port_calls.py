"""Asks for the machine's ports to be opened to it, in a way that no kernel accepts."""

# judge: syscall
# needs: ports
# arch: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    told = {"iopl": 0, "ioperm": 0}
    if libc.iopl(4):
        told["iopl"] = ctypes.get_errno()
    if libc.ioperm(ctypes.c_ulong(1 << 16), ctypes.c_ulong(1), 1):
        told["ioperm"] = ctypes.get_errno()
    return told
