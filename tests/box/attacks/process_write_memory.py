"""Writes into the memory of another process by the call for it."""

# judge: victim

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


class Piece(ctypes.Structure):
    _fields_ = (("start", ctypes.c_void_p), ("size", ctypes.c_size_t))


def attack(ground):
    with open(f"/proc/{ground['victim']}/stat") as file:
        start = int(file.read().split()[49])
    content = ctypes.create_string_buffer(b"EDIT")
    here, there = Piece(ctypes.addressof(content), 4), Piece(start, 4)
    if libc.process_vm_writev(ground["victim"], ctypes.byref(here), 1, ctypes.byref(there), 1, 0) < 0:
        raise OSError(ctypes.get_errno(), "process_vm_writev")
