"""Waits for a caller."""

# judge: heard

import socket

KEPT = []


def attack(ground):
    KEPT.append(socket.create_server(("127.0.0.1", ground["free_port"])))
