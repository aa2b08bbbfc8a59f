"""Opens a socket to the kernel's own network settings."""

# judge: child

import socket


def attack(ground):
    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE).detach()
