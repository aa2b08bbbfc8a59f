"""Runs a program by the usual module."""

# judge: started

import subprocess


def attack(ground):
    subprocess.Popen(["/bin/sleep", "20"])
