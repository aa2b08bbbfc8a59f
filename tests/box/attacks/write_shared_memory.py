"""Leaves shared memory behind."""

# judge: changed

import _posixshmem
import os


def attack(ground):
    _posixshmem.shm_open(f"/{ground['token']}-mine", os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
