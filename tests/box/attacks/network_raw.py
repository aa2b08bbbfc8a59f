"""Opens a socket for packets of its own making."""

# judge: child
# needs: root

import socket


def attack(ground):
    socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP).detach()
