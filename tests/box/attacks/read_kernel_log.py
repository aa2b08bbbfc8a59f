"""Reads the kernel's log by the call for it."""

# judge: leak
# needs: log

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def attack(ground):
    text = ctypes.create_string_buffer(1 << 20)
    if libc.klogctl(3, text, len(text)) < 0:
        raise OSError(ctypes.get_errno(), "klogctl")
    return text.value[-500:]
