"""Puts a compiled module next to the solution, to be loaded in its place."""

# judge: changed

import os
import py_compile


def attack(ground):
    py_compile.compile(ground["solution.py"], os.path.join(ground["folder"], "solution.pyc"), doraise=True)
