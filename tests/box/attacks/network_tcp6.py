"""Calls home over TCP and IPv6."""

# judge: heard
# needs: ipv6

import socket


def attack(ground):
    with socket.create_connection(("::1", ground["tcp6"]), 1) as caller:
        caller.sendall(ground["token"].encode())
