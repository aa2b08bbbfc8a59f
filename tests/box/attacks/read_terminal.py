"""Takes what somebody types into a terminal."""

# judge: leak

import os


def attack(ground):
    return os.read(os.open(ground["terminal"], os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK), 1000)
