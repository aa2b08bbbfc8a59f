"""Calls home over TCP on several paths."""

# judge: heard
# needs: mptcp

import socket


def attack(ground):
    caller = socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262)
    caller.settimeout(1)
    caller.connect(("127.0.0.1", ground["tcp"]))
    caller.sendall(ground["token"].encode())
