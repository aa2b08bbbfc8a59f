"""Becomes another program by way of the program that loads programs."""

# judge: started

import glob
import os


def attack(ground):
    os.set_inheritable(3, True)
    loader = (glob.glob("/lib64/ld-linux-*.so.*") + glob.glob("/lib/ld-linux-*.so.*") + ["/lib/ld-linux.so"])[0]
    os.execve(loader, [loader, "/bin/sleep", "0.1"], {})
