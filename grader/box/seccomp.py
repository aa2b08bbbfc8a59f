"""The system-call filter: what a learner's process may ask of the kernel is on a list, all else is refused.

Written as if the file layer were at its first version or missing: nothing can be opened for writing, truncated,
renamed, linked or re-moded, no socket made, no process started, signalled, traced or measured, no memory mapped
that could be written and executed. Refused calls answer EPERM, so a learner sees a PermissionError with a line;
calls of another processor's table end the process. Only the low half of an argument is looked at where the kernel
itself looks at no more: setting bits above changes nothing.

Facts: the kernel's userspace-api/seccomp_filter.rst; classic BPF as in linux/filter.h.
"""

from __future__ import annotations

import ctypes
import errno
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from grader.box.syscalls import HERE, MACHINE, NUMBERS, NotOffered, checked, libc, prctl

# struct seccomp_data: int nr; __u32 arch; __u64 instruction_pointer; __u64 args[6]
_NR, _ARCH, _ARGS = 0, 4, 16
_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}

_LOAD, _AND, _RETURN = 0x20, 0x54, 0x06  # ld [k]; and #k; ret #k
_EQUAL, _AT_LEAST = 0x15, 0x35  # jeq #k; jge #k
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_INSTRUCTION = struct.Struct("=HBBI")

_PR_GET_SECCOMP, _PR_SET_SECCOMP, _MODE_FILTER = 21, 22, 2

OWN_PID = -1
"""In a condition: the number of the process that the filter is for."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`argument & mask == value`; `whole` looks at all 64 bits (for pointers, whose upper half counts)."""

    argument: int
    value: int
    mask: int = 0xFFFFFFFF
    whole: bool = False


_ALWAYS = """
    read write readv writev pread64 pwrite64 lseek close dup dup2 dup3 pipe pipe2 poll ppoll select pselect6
    stat lstat fstat newfstatat statx getdents64 getcwd
    brk munmap mremap madvise membarrier futex set_robust_list rseq sched_yield
    rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack rt_sigtimedwait rt_sigsuspend rt_sigpending pause
    restart_syscall nanosleep clock_nanosleep clock_gettime clock_getres gettimeofday time times
    getitimer setitimer alarm getpid gettid getppid getpgrp getuid geteuid getgid getegid getresuid getresgid
    getgroups uname sysinfo getrusage getcpu getrandom getrlimit exit exit_group
"""

_WRITING = 0o1 | 0o2 | 0o100 | 0o1000 | 0o20000000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, __O_TMPFILE
_PATH_ONLY = 0o10000000  # O_PATH: a handle on a file that the file layer would not let be read
_READ_ONLY = _WRITING | _PATH_ONLY
_WRITE, _EXECUTE = 2, 4  # PROT_
_PRIVATE, _SHARING, _ANONYMOUS = 2, 0xF, 0x20  # MAP_PRIVATE, MAP_TYPE, MAP_ANONYMOUS
# CLONE_THREAD, VM, SIGHAND, FS, FILES: a thread with descriptors of its own would have 64 more of them
_THREAD = 0x00010000 | 0x00000100 | 0x00000800 | 0x00000200 | 0x00000400
# CLONE_NEWTIME, NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, and CLONE_PTRACE, VFORK, PIDFD
_NOT_A_THREAD = 0x80 | 0x00020000 | 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000
_NOT_A_THREAD |= 0x00002000 | 0x00004000 | 0x00001000
_TCGETS, _FIONREAD, _FIOCLEX, _FIONCLEX = 0x5401, 0x541B, 0x5451, 0x5450
# Not F_SETFL: 0, 1 and 2 are one open file for all children, and its flags are seen by those that come later.
_FCNTL = {"F_DUPFD": 0, "F_GETFD": 1, "F_SETFD": 2, "F_GETFL": 3, "F_DUPFD_CLOEXEC": 1030}
_PR_SET_NAME, _PR_GET_NAME = 15, 16

# A call is allowed when all conditions of one of its alternatives hold.
_SOMETIMES: dict[str, tuple[tuple[Condition, ...], ...]] = {
    "open": ((Condition(1, 0, _READ_ONLY),),),
    "openat": ((Condition(2, 0, _READ_ONLY),),),
    # Private memory counts against the limit. Shared memory without a file would not, and could be seen twice, once
    # to write and once to execute.
    "mmap": (
        (Condition(3, _PRIVATE, _SHARING), Condition(2, 0, _EXECUTE)),
        (Condition(3, _PRIVATE, _SHARING), Condition(2, 0, _WRITE)),
        (Condition(3, 0, _ANONYMOUS), Condition(2, 0, _WRITE | _EXECUTE)),
    ),
    "mprotect": ((Condition(2, 0, _EXECUTE),),),
    "clone": ((Condition(0, _THREAD, _THREAD | _NOT_A_THREAD),),),
    "ioctl": tuple((Condition(1, request),) for request in (_TCGETS, _FIONREAD, _FIOCLEX, _FIONCLEX)),
    "fcntl": tuple((Condition(1, command),) for command in _FCNTL.values()),
    "prctl": tuple((Condition(0, option),) for option in (_PR_SET_NAME, _PR_GET_NAME)),
    "prlimit64": ((Condition(0, 0), Condition(2, 0, whole=True)),),  # one's own, to look at
    "sched_getaffinity": ((Condition(0, 0),),),
    "getpgid": ((Condition(0, 0),),),
    "getsid": ((Condition(0, 0),),),
    "kill": ((Condition(0, OWN_PID),),),
    "tgkill": ((Condition(0, OWN_PID),),),
}
_DENIED = {"open": errno.EACCES, "openat": errno.EACCES}
# Newer forms of calls: the C library falls back to the older form, which can be looked into.
_UNKNOWN = "clone3 openat2 faccessat2 close_range futex_waitv"


class Program:
    """The filter for this machine, ready to be loaded again and again. Raises NotOffered."""

    def __init__(self) -> None:
        if MACHINE not in _AUDIT_ARCH or sys.maxsize < 2**32:
            raise NotOffered("seccomp", f"no list of system calls for {MACHINE}")
        try:
            prctl(_PR_GET_SECCOMP)
        except OSError as fault:
            raise NotOffered("seccomp", f"this kernel has no filters ({fault.strerror})") from None
        code, self._pids = assemble(HERE, _AUDIT_ARCH[MACHINE])
        self._code = ctypes.create_string_buffer(code, len(code))
        # struct sock_fprog: unsigned short len; struct sock_filter *filter
        self._header = ctypes.create_string_buffer(
            struct.pack("HP", len(code) // _INSTRUCTION.size, ctypes.addressof(self._code))
        )

    def bind(self, pid: int) -> None:
        """Load the filter into the calling process, `pid`; it must have set no_new_privs. Raises OSError."""
        for at in self._pids:
            struct.pack_into("=I", self._code, at, pid)
        mode, header = ctypes.c_ulong(_MODE_FILTER), ctypes.byref(self._header)
        checked(libc.prctl(ctypes.c_int(_PR_SET_SECCOMP), mode, header), "seccomp")


def assemble(numbers: Mapping[str, int], arch: int) -> tuple[bytes, list[int]]:
    """The filter's machine code, and the places in it where the process's own number belongs."""
    rules = _Assembler()
    rules.add(_LOAD, _ARCH)
    rules.add(_EQUAL, arch, 1, 0)
    rules.add(_RETURN, _KILL)
    rules.add(_LOAD, _NR)
    for name in _UNKNOWN.split():
        if name in numbers:
            rules.only_for(numbers[name], [(_RETURN, 0, 0, _ERRNO | errno.ENOSYS)])
    for name, alternatives in _SOMETIMES.items():
        if name in numbers:
            refusal = _ERRNO | _DENIED.get(name, errno.EPERM)
            rules.only_for(numbers[name], _judged(alternatives, refusal))
    rules.append(_sorted_out({numbers[name] for name in _ALWAYS.split() if name in numbers}))
    return rules.code()


_Instruction = tuple[int, int, int, int]


def _sorted_out(allowed: set[int]) -> list[_Instruction]:
    """Allow these numbers and refuse all others, by halving: the kernel tries every number when a filter is loaded."""
    edges = sorted({*allowed, *(number + 1 for number in allowed)} - {0})
    starts = [0, *(edge for edge in edges if (edge in allowed) != (edge - 1 in allowed))]

    def between(first: int, last: int) -> list[_Instruction]:
        if first == last:
            return [(_RETURN, 0, 0, _ALLOW if starts[first] in allowed else _ERRNO | errno.EPERM)]
        middle = (first + last + 1) // 2
        below, above = between(first, middle - 1), between(middle, last)
        return [(_AT_LEAST, len(below), 0, starts[middle]), *below, *above]

    return between(0, len(starts) - 1)


def _judged(alternatives: tuple[tuple[Condition, ...], ...], refusal: int) -> list[_Instruction]:
    """Allow when one of the alternatives holds, else refuse."""
    code: list[_Instruction] = []
    for conditions in alternatives:
        tests = [test for condition in conditions for test in _tests(condition)]
        length = sum(len(test) for test in tests) + 1
        done = 0
        for test in tests:
            done += len(test)
            *loads, (_, _, _, value) = test
            code += [*loads, (_EQUAL, 0, length - done, value)]
        code.append((_RETURN, 0, 0, _ALLOW))
    return [*code, (_RETURN, 0, 0, refusal)]


def _tests(condition: Condition) -> list[list[_Instruction]]:
    """What must hold, each test ending in a comparison."""
    low = _ARGS + 8 * condition.argument  # both processors keep the low half first
    test: list[_Instruction] = [(_LOAD, 0, 0, low)]
    if condition.mask != 0xFFFFFFFF:
        test.append((_AND, 0, 0, condition.mask))
    test.append((_EQUAL, 0, 0, condition.value))
    if not condition.whole:
        return [test]
    return [test, [(_LOAD, 0, 0, low + 4), (_EQUAL, 0, 0, condition.value >> 32)]]


class _Assembler:
    """Instructions one after the other; `code` finds the marks for the process's own number."""

    def __init__(self) -> None:
        self._code: list[_Instruction] = []

    def add(self, operation: int, value: int, if_true: int = 0, if_false: int = 0) -> None:
        self._code.append((operation, if_true, if_false, value))

    def append(self, block: list[_Instruction]) -> None:
        self._code += block

    def only_for(self, number: int, block: list[_Instruction]) -> None:
        """A block that ends in a verdict on every path, for one system call; all others jump over it."""
        self.add(_EQUAL, number, 0, len(block))
        self._code += block

    def code(self) -> tuple[bytes, list[int]]:
        size = _INSTRUCTION.size
        pids = [index * size + 4 for index, (*_, value) in enumerate(self._code) if value == OWN_PID]
        return b"".join(_INSTRUCTION.pack(*head, value & 0xFFFFFFFF) for *head, value in self._code), pids


def for_machine(machine: str) -> tuple[bytes, list[int]]:
    """The filter for a processor by name, for tests of one that is not here."""
    return assemble(NUMBERS[machine], _AUDIT_ARCH[machine])
