"""Asks for kernel modules to be put in and taken out, with arguments that no kernel accepts."""

# judge: syscall
# needs: modules

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {
    "x86_64": {"init_module": 175, "finit_module": 313, "delete_module": 176},
    "aarch64": {"init_module": 105, "finit_module": 273, "delete_module": 106},
}[os.uname().machine]
ARGUMENTS = {"init_module": (0, 0, 0), "finit_module": (-1, 0, -1), "delete_module": (0, -1)}


def attack(ground):
    told = {}
    for name, number in NUMBERS.items():
        result = libc.syscall(number, *map(ctypes.c_long, ARGUMENTS[name]))
        told[name] = ctypes.get_errno() if result < 0 else 0
    return told
