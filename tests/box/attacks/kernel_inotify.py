"""Watches a folder of the teacher's."""

# judge: child

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
EVERYTHING = 0xFFF


def attack(ground):
    watch = libc.inotify_init1(0)
    if watch < 0 or libc.inotify_add_watch(watch, ground["folder"].encode(), EVERYTHING) < 0:
        raise OSError(ctypes.get_errno(), "inotify")
