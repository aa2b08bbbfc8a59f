"""Opens a counter of the kernel's."""

# judge: child

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
PERF_EVENT_OPEN = {"x86_64": 298, "aarch64": 241}[os.uname().machine]
SOFTWARE, WITHOUT_KERNEL = 1, 1 << 5 | 1 << 6


def attack(ground):
    wanted = struct.pack("IIQQQQQ", SOFTWARE, 112, 0, 0, 0, 0, WITHOUT_KERNEL).ljust(112, b"\0")
    rest = (ctypes.c_long(value) for value in (0, -1, -1, 0))
    if libc.syscall(PERF_EVENT_OPEN, wanted, *rest) < 0:
        raise OSError(ctypes.get_errno(), "perf_event_open")
