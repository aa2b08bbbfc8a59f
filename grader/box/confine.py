"""What a learner's process gives up before it reads a line of learner code.

Called in the fresh child, while every line that runs is still ours. It fails closed: a step that cannot be taken
raises, and whoever called ends the process without having loaded anything.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MAX_DESCRIPTORS = 64

# Further layers (file system, system calls, namespaces) are entered here, in order, after the resource limits.
# Each is a function that confines the calling process for good or raises.
LAYERS: tuple[Callable[[], None], ...] = ()


def common() -> None:
    """The limits that are the same for every run: set once in the process that children are forked from."""
    if resource is not None:
        _lower(resource.RLIMIT_FSIZE, 0, 0)
        _lower(resource.RLIMIT_CORE, 0, 0)
        _lower(resource.RLIMIT_NOFILE, MAX_DESCRIPTORS, MAX_DESCRIPTORS)


def apply(cpu_s: float, memory: int, used_s: float = 0.0) -> None:
    """Confine this process: its own limits first, then every layer.

    `cpu_s` counts from now, when the process has used `used_s`; `memory` is the size in bytes that the address
    space may grow to.
    """
    # The timer is exact, but learner code could switch it off. The resource limit, in whole seconds, stays.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, cpu_s)
    if resource is not None:
        soft = int(used_s + cpu_s) + 1
        _lower(resource.RLIMIT_CPU, soft, soft + 1)
        if sys.platform != "darwin":  # macOS accepts this limit and does not keep it
            _lower(resource.RLIMIT_AS, memory, memory)
    for layer in LAYERS:
        layer()


def mapped_bytes() -> int:
    """The size of this process's address space, before any learner code needs some."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # not Linux: more than numpy and its libraries map
        return 1 << 30


def _lower(what: int, soft: int, hard: int) -> None:
    """Set a limit; where the machine's own is lower already, that one holds."""
    allowed = _ALLOWED[what]
    if allowed != resource.RLIM_INFINITY:
        soft, hard = min(soft, allowed), min(hard, allowed)
    resource.setrlimit(what, (soft, hard))


_ALLOWED: dict[int, int] = {}
if resource is not None:
    for _name in ("CPU", "AS", "FSIZE", "CORE", "NOFILE"):
        _number = getattr(resource, f"RLIMIT_{_name}")
        _ALLOWED[_number] = resource.getrlimit(_number)[1]
