"""Speaks to a service of this machine that has a name and no place."""

# judge: heard

import socket


def attack(ground):
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(ground["abstract"].replace("@", "\0"))
        caller.sendall(ground["token"].encode())
