"""Asks for a segment of memory to be described anew, in a way that no kernel accepts."""

# judge: syscall
# arch: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
MODIFY_LDT = 154


def attack(ground):
    result = libc.syscall(MODIFY_LDT, ctypes.c_long(1), ctypes.create_string_buffer(16), ctypes.c_long(15))
    return {"modify_ldt": ctypes.get_errno() or -result}  # this call alone gives its error as it is
