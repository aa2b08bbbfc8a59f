"""Opens a socket by the system calls of 32-bit programs, which have numbers of their own."""

# judge: child
# arch: x86_64

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
READ_WRITE, READ_RUN, NAMELESS = 3, 5, 0x22
# push rbx; mov eax, 359 (socket); mov ebx, 2; mov ecx, 1; xor edx, edx; int 0x80; pop rbx; ret
CODE = bytes.fromhex("53 b867010000 bb02000000 b901000000 31d2 cd80 5b c3")


def attack(ground):
    place = libc.mmap(None, ctypes.c_size_t(4096), READ_WRITE, NAMELESS, -1, ctypes.c_long(0))
    ctypes.memmove(place, CODE, len(CODE))
    if libc.mprotect(ctypes.c_void_p(place), ctypes.c_size_t(4096), READ_RUN):
        raise OSError(ctypes.get_errno(), "mprotect")
    return ctypes.CFUNCTYPE(ctypes.c_int)(place)()
