"""Makes a table for programs that run in the kernel."""

# judge: child
# needs: root

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
BPF = {"x86_64": 321, "aarch64": 280}[os.uname().machine]
MAP_CREATE, ARRAY = 0, 2


def attack(ground):
    wanted = struct.pack("IIIII", ARRAY, 4, 8, 1, 0).ljust(128, b"\0")
    if libc.syscall(BPF, ctypes.c_long(MAP_CREATE), wanted, ctypes.c_long(len(wanted))) < 0:
        raise OSError(ctypes.get_errno(), "bpf")
