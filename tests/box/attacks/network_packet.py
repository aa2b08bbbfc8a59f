"""Opens a socket that hears every packet of this machine."""

# judge: child
# needs: root

import socket


def attack(ground):
    socket.socket(socket.AF_PACKET, socket.SOCK_RAW).detach()
