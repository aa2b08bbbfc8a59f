"""Writes a program into memory and becomes it: no file is run."""

# judge: started

import os


def attack(ground):
    program = os.memfd_create("program")
    with open("/bin/sleep", "rb") as file:
        os.write(program, file.read())
    os.set_inheritable(3, True)
    os.execve(program, ["sleep", "0.1"], {})
