"""Changes a file's flags, as chattr does."""

# judge: changed
# needs: flags

import fcntl
import os
import struct

GET_FLAGS, SET_FLAGS, NO_DUMP = 0x80086601, 0x40086602, 0x40


def attack(ground):
    descriptor = os.open(ground["file"], os.O_RDONLY)
    flags = int.from_bytes(fcntl.ioctl(descriptor, GET_FLAGS, bytes(8))[:4], "little")
    fcntl.ioctl(descriptor, SET_FLAGS, struct.pack("Q", flags ^ NO_DUMP))
