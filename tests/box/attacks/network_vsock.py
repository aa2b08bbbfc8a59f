"""Opens a socket to the machine that this one is a guest of."""

# judge: child
# needs: vsock

import socket


def attack(ground):
    socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).detach()
