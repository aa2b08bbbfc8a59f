"""Reads the kernel's log through its device."""

# judge: leak
# needs: log

import os


def attack(ground):
    log = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
    line = b""
    while ground["token"].encode() not in line:
        line = os.read(log, 8192)
    return line
