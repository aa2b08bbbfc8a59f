"""Puts a system call filter of its own on itself, with which calls can be answered falsely."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
SET_SECCOMP, FILTER, NO_NEW_PRIVS = 22, 2, 38
ALLOW = 0x7FFF0000


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("start", ctypes.c_char_p))


def attack(ground):
    allow_all = (6).to_bytes(2, "little") + bytes(2) + ALLOW.to_bytes(4, "little")
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(SET_SECCOMP, FILTER, ctypes.byref(Program(1, allow_all)), 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
