"""Asks for the machine to be renamed, with names that no kernel accepts."""

# judge: syscall
# needs: root

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {
    "x86_64": {"sethostname": 170, "setdomainname": 171},
    "aarch64": {"sethostname": 161, "setdomainname": 162},
}[os.uname().machine]


def attack(ground):
    told = {}
    for name, number in NUMBERS.items():
        result = libc.syscall(number, ctypes.c_long(0), ctypes.c_long(-1))
        told[name] = ctypes.get_errno() if result < 0 else 0
    return told
