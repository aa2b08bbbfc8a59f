"""Puts a system call filter on itself whose questions it answers itself."""

# judge: child

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SECCOMP = {"x86_64": 317, "aarch64": 277}[os.uname().machine]
FILTER, NEW_LISTENER, NO_NEW_PRIVS = 1, 8, 38
ALLOW = 0x7FFF0000


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("start", ctypes.c_char_p))


def attack(ground):
    allow_all = (6).to_bytes(2, "little") + bytes(2) + ALLOW.to_bytes(4, "little")
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    program = Program(1, allow_all)
    if libc.syscall(SECCOMP, ctypes.c_long(FILTER), ctypes.c_long(NEW_LISTENER), ctypes.byref(program)) < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
