"""Sends a datagram over IPv6."""

# judge: heard
# needs: ipv6

import socket


def attack(ground):
    socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(ground["token"].encode(), ("::1", ground["udp6"]))
