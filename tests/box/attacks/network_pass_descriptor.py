"""Gives a service of this machine one of its own descriptors."""

# judge: heard

import os
import socket


def attack(ground):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(ground["unix"])
        socket.send_fds(caller, [ground["token"].encode()], [os.open("/", os.O_RDONLY)])
