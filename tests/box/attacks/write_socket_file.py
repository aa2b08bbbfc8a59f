"""Makes a socket with a place in the file system."""

# judge: changed

import socket


def attack(ground):
    socket.socket(socket.AF_UNIX).bind(ground["folder"] + "/new")
