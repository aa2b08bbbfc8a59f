"""What a learner's process gives up before it reads a line of learner code.

The layers, in the order in which they are taken on:

    rlimits     limits of time, memory, files, descriptors           each child
    namespaces  no network, no foreign process, no shared memory     the zygote, for all its children
    root        a root folder that holds what may be read            the zygote
    uid         as root: a user of its own for each running child    each child
    landlock    nothing may be written, only some paths read         each child, with a ruleset made once
    seccomp     a short list of system calls                         each child, with a program made once

Everything fails closed: a layer that this place does not offer is `NotOffered` before the first child, and our side
decides whether to go on without it; a layer that cannot be taken on in a child raises, and whoever called ends the
process without having loaded anything.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

MAX_DESCRIPTORS = 64
MAX_THREADS = 64
MAX_THREADS_OF_ALL = 256

_END_WITH_PARENT, _NO_NEW_PRIVS = 1, 38
_NOBODY = 65_534
_SLOTS = 4096
_MANY_IDS = 1 << 31
# Limits that are the same for every run, with their values: nothing written, no core, no locked memory or queues.
_ALWAYS = {
    "FSIZE": 0,
    "CORE": 1,  # too small for any; 0 would still hand a crash to a program that the system keeps for crashes
    "NOFILE": MAX_DESCRIPTORS,
    "MEMLOCK": 0,
    "MSGQUEUE": 0,
    "RTPRIO": 0,
    "NICE": 0,
    "SIGPENDING": 64,
}


class Confinement:
    """The layers of a plan, made ready once; `apply` takes them on in a child.

    plan: `layers` (names as above), `uid_offset`, `landlock_abi`, and `roots`, what may be read. Raises NotOffered.
    Made in the zygote after it has entered its namespaces, as the last step before it serves.
    """

    def __init__(self, plan: Mapping[str, Any]) -> None:
        layers = plan["layers"]
        self._has_limits = "rlimits" in layers
        self._is_apart = "namespaces" in layers
        roots = Roots(**plan["roots"])
        self._first_uid = _first_uid(plan["uid_offset"]) if "uid" in layers else None
        if self._first_uid is not None and "root" not in layers:
            _assert_readable_for_all(roots.paths)
        if self._has_limits:
            _go_first_when_memory_is_short()
            common()
        data = roots.data
        if "root" in layers:
            private_root(roots)
            data = DATA if data else None
        if data is not None:
            os.chdir(os.path.dirname(data))
        most = plan["landlock_abi"]
        self._ruleset = Ruleset(roots.rules(data), most) if "landlock" in layers else None
        self._program = Program() if "seccomp" in layers else None
        if layers:
            _give_up_privileges(self._first_uid is not None)

    def apply(self, cpu_s: float, memory: int, slot: int, zygote: int) -> None:
        """Confine this process, a child of `zygote`. `slot` is a number that no other living child has."""
        if self._has_limits:
            apply(cpu_s, memory)
        if self._first_uid is not None:
            _become(self._first_uid + slot, MAX_THREADS if self._has_limits else None)
        elif self._has_limits and self._is_apart:
            # Counted for all children together, but not with what else this user runs.
            resource.setrlimit(resource.RLIMIT_NPROC, (MAX_THREADS_OF_ALL, MAX_THREADS_OF_ALL))
        _end_with(zygote)
        if self._ruleset is not None:
            self._ruleset.bind()
        if self._program is not None:
            self._program.bind(os.getpid())


# --- limits -------------------------------------------------------------------------------------------------------


def common() -> None:
    """The limits that are the same for every run: set once in the process that children are forked from."""
    for name, most in _ALWAYS.items():
        if resource is not None and hasattr(resource, f"RLIMIT_{name}"):
            _lower(getattr(resource, f"RLIMIT_{name}"), most, most)


def apply(cpu_s: float, memory: int, used_s: float = 0.0) -> None:
    """Limit this process.

    `cpu_s` counts from now, when the process has used `used_s`; `memory` is the size in bytes that the address
    space may grow to.
    """
    # The timer is exact, but learner code could switch it off. The resource limit, in whole seconds, stays.
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, cpu_s)
    if sys.platform == "win32":
        _confine_on_windows(used_s + cpu_s, memory)
    if resource is not None:
        soft = int(used_s + cpu_s) + 1
        _lower(resource.RLIMIT_CPU, soft, soft + 1)
        if sys.platform != "darwin":  # macOS accepts this limit and does not keep it
            _lower(resource.RLIMIT_AS, memory, memory)


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
    for _name in ("CPU", "AS", *_ALWAYS):
        if hasattr(resource, f"RLIMIT_{_name}"):
            _number = getattr(resource, f"RLIMIT_{_name}")
            _ALLOWED[_number] = resource.getrlimit(_number)[1]


# --- users and privileges (Linux) -----------------------------------------------------------------------------------


def _first_uid(offset: int) -> int:
    """The first of the user numbers that learners' processes get: far from any that people or services have.

    offset: the number of the process that grades, so that two gradings at once share no user. In a container that
    maps 65,536 users only, they are taken from the upper half. Raises NotOffered where there are not that many.
    """
    with open("/proc/self/uid_map", encoding="ascii") as file:
        ranges = [[int(number) for number in line.split()] for line in file]
    last = max(inside + count for inside, _, count in ranges)
    if last >= _MANY_IDS:
        return (1 << 30) + offset % (1 << 16) * _SLOTS
    if last >= _NOBODY:
        return (1 << 15) + offset % 7 * _SLOTS
    raise NotOffered("uid", "there are no other users here to give learner code to")


def _assert_readable_for_all(paths: Iterable[str]) -> None:
    """Python must be readable for a user who owns nothing. (A root folder of our own has ways in for everybody.)"""
    for path in paths:
        ways = [path, *map(str, PurePosixPath(os.path.realpath(path)).parents)]
        shut = [way for way in reversed(ways) if os.path.isdir(way) and not os.stat(way).st_mode & 0o001]
        if shut:
            raise NotOffered("uid", f"other users may not enter {shut[0]}, where Python's library is")


def _go_first_when_memory_is_short() -> None:
    """If the machine runs out of memory, a learner's process ends before ours or a neighbour does."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as file:
        file.write("700")


def _become(uid: int, threads: int | None) -> None:
    """Be a user that owns nothing. Leaving root drops every privilege as well.

    The system counts a user's threads, not a process's: only here, where both are one, is that a limit for a child.
    """
    if threads is not None:
        resource.setrlimit(resource.RLIMIT_NPROC, (threads, threads))
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def _end_with(parent: int) -> None:
    """Have the kernel end this process when its parent ends. Asked for last: a change of user forgets it."""
    prctl(_END_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        raise ProcessLookupError("the zygote has ended")


def _give_up_privileges(changes_user: bool) -> None:
    prctl(_NO_NEW_PRIVS, 1)
    keep_capabilities(*((CAP_KILL, CAP_SETGID, CAP_SETUID) if changes_user else ()))


if sys.platform == "win32":
    from grader.box.windows import confine as _confine_on_windows

if sys.platform == "linux":
    from grader.box.landlock import Ruleset
    from grader.box.namespaces import CAP_KILL, CAP_SETGID, CAP_SETUID, DATA, keep_capabilities, private_root
    from grader.box.roots import Roots
    from grader.box.seccomp import Program
    from grader.box.syscalls import NotOffered, prctl
