"""Makes a pair of sockets that are connected to each other."""

# judge: child

import socket


def attack(ground):
    for end in socket.socketpair():
        end.detach()
