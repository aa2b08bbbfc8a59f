"""Reads the memory of another process by the call for it."""

# judge: leak

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


class Piece(ctypes.Structure):
    _fields_ = (("start", ctypes.c_void_p), ("size", ctypes.c_size_t))


def environment(pid):
    with open(f"/proc/{pid}/stat") as file:
        start, end = (int(word) for word in file.read().split()[49:51])
    return start, end - start


def attack(ground):
    start, size = environment(ground["victim"])
    copy = ctypes.create_string_buffer(size)
    here, there = Piece(ctypes.addressof(copy), size), Piece(start, size)
    if libc.process_vm_readv(ground["victim"], ctypes.byref(here), 1, ctypes.byref(there), 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "process_vm_readv")
    return copy.raw
