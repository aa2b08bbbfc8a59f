"""Speaks to a service of this machine through its place in the file system."""

# judge: heard

import socket


def attack(ground):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(ground["unix"])
        caller.sendall(ground["token"].encode())
