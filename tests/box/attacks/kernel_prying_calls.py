"""Asks about the insides of another process of the same user, without changing anything."""

# judge: syscall

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {
    "x86_64": {"kcmp": 312, "get_robust_list": 274, "move_pages": 279},
    "aarch64": {"kcmp": 272, "get_robust_list": 100, "move_pages": 239},
}[os.uname().machine]


def attack(ground):
    place = ctypes.create_string_buffer(64)
    victim, none = ctypes.c_long(ground["victim"]), ctypes.c_long(0)
    arguments = {
        "kcmp": (ctypes.c_long(os.getpid()), victim, ctypes.c_long(1), none, none),
        "get_robust_list": (victim, place, ctypes.byref(place, 32)),
        "move_pages": (victim, none, none, none, none, none),
    }
    told = {}
    for name, number in NUMBERS.items():
        result = libc.syscall(number, *arguments[name])
        told[name] = ctypes.get_errno() if result < 0 else 0
    return told
