"""Reads the names of all local sockets."""

# judge: leak


def attack(ground):
    with open("/proc/net/unix") as file:
        return [line for line in file if ground["token"] in line]
