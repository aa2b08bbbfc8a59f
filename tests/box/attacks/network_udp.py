"""Sends a datagram."""

# judge: heard

import socket


def attack(ground):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(ground["token"].encode(), ("127.0.0.1", ground["udp"]))
