"""Takes memory that can be written and run."""

# judge: child

import mmap

KEPT = []


def attack(ground):
    KEPT.append(mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC))
