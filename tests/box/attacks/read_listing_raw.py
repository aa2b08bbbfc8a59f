"""Lists the other learners by a bare system call."""

# judge: leak

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
GETDENTS64 = {"x86_64": 217, "aarch64": 61}[os.uname().machine]


def attack(ground):
    folder = os.open(ground["others"], os.O_RDONLY | os.O_DIRECTORY)
    listed = ctypes.create_string_buffer(4096)
    if libc.syscall(GETDENTS64, ctypes.c_long(folder), listed, ctypes.c_long(len(listed))) < 0:
        raise OSError(ctypes.get_errno(), "getdents64")
    return listed.raw.replace(b"\0", b"")
