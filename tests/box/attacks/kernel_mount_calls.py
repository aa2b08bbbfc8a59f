"""Asks for mounts to be moved and roots to be changed, with arguments that no kernel accepts."""

# judge: syscall
# needs: root

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {
    "x86_64": {"pivot_root": 155, "umount2": 166, "setns": 308, "mount": 165},
    "aarch64": {"pivot_root": 41, "umount2": 39, "setns": 268, "mount": 40},
}[os.uname().machine] | {"move_mount": 429, "fsconfig": 431, "fsmount": 432, "fspick": 433, "mount_setattr": 442}


def attack(ground):
    told = {}
    for name, number in NUMBERS.items():
        # no such descriptor, no such address, no such flag
        result = libc.syscall(number, *map(ctypes.c_long, (-1, 0, -1, 0, 0)))
        told[name] = ctypes.get_errno() if result < 0 else 0
    return told
