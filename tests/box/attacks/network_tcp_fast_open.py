"""Calls home over TCP with a message that makes the connection itself."""

# judge: heard

import socket


def attack(ground):
    with socket.socket() as caller:
        caller.sendto(ground["token"].encode(), socket.MSG_FASTOPEN, ("127.0.0.1", ground["tcp"]))
