"""Sends a datagram to a service of this machine."""

# judge: heard

import socket


def attack(ground):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as caller:
        caller.sendto(ground["token"].encode(), ground["unix_datagram"])
