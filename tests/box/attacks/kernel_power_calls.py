"""Asks for a restart, for swap space, accounting and quotas, with arguments that no kernel accepts."""

# judge: syscall
# needs: root

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
NUMBERS = {
    "x86_64": {"reboot": 169, "swapon": 167, "swapoff": 168, "acct": 163, "quotactl": 179},
    "aarch64": {"reboot": 142, "swapon": 224, "swapoff": 225, "acct": 89, "quotactl": 60},
}[os.uname().machine]
NOWHERE = ctypes.c_char_p(b"/nowhere/at/all")
# a restart without its two magic numbers is refused; the other calls name a file that is not there
ARGUMENTS = {"reboot": (0, 0, 0, 0), "swapon": (NOWHERE, 0), "swapoff": (NOWHERE,), "acct": (NOWHERE,)}


def attack(ground):
    told = {}
    for name, number in NUMBERS.items():
        arguments = ARGUMENTS.get(name, (-1, NOWHERE, 0, 0))
        words = (ctypes.c_long(word) if isinstance(word, int) else word for word in arguments)
        result = libc.syscall(number, *words)
        told[name] = ctypes.get_errno() if result < 0 else 0
    return told
