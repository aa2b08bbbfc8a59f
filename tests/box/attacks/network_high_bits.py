"""Opens a socket of a family that is wrong in its upper half, which the kernel does not look at."""

# judge: child

import ctypes
import os
import socket

libc = ctypes.CDLL(None, use_errno=True)
SOCKET = {"x86_64": 41, "aarch64": 198}[os.uname().machine]


def attack(ground):
    family = ctypes.c_ulong(0xABCD << 32 | socket.AF_INET)
    if libc.syscall(SOCKET, family, ctypes.c_long(socket.SOCK_STREAM), ctypes.c_long(0)) < 0:
        raise OSError(ctypes.get_errno(), "socket")
