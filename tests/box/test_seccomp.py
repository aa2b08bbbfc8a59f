"""The system-call filter, run by a machine of our own for both processors, one call at a time.

That the kernel does the same with it is shown by the attacks; here every call has its turn, also those that no attack
knows and those of the processor that this machine is not.
"""

from __future__ import annotations

import errno
import struct

import pytest

from grader.box import seccomp
from grader.box.syscalls import NUMBERS

ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
PID = 4321
ALLOW, KILL = "allow", "kill"
HIGH = 0xFFFFFFFF << 32


def run(program: bytes, nr: int, args: tuple[int, ...] = (), arch: int | None = None, machine: str = "x86_64") -> str:
    """What the filter says to a call: allow, kill, or the name of an error."""
    padded = [argument & 0xFFFFFFFFFFFFFFFF for argument in (*args, 0, 0, 0, 0, 0, 0)[:6]]
    data = struct.pack("=IIQ6Q", nr & 0xFFFFFFFF, arch or ARCH[machine], 0, *padded)
    code = list(struct.iter_unpack("=HBBI", program))
    at = accumulator = 0
    while True:
        operation, if_true, if_false, value = code[at]
        at += 1
        if operation == 0x20:
            (accumulator,) = struct.unpack_from("=I", data, value)
        elif operation == 0x54:
            accumulator &= value
        elif operation in (0x15, 0x35):
            holds = accumulator == value if operation == 0x15 else accumulator >= value
            at += if_true if holds else if_false
        elif operation == 0x06:
            return _verdict(value)
        else:
            pytest.fail(f"no such instruction: {operation:#x}")


def _verdict(value: int) -> str:
    if value == 0x7FFF0000:
        return ALLOW
    if value == 0x80000000:
        return KILL
    assert value >> 16 == 5, hex(value)
    return errno.errorcode[value & 0xFFFF]


@pytest.fixture(params=list(ARCH))
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def program(machine: str) -> bytes:
    code, pids = seccomp.for_machine(machine)
    patched = bytearray(code)
    for at in pids:
        struct.pack_into("=I", patched, at, PID)
    assert len(pids) == 2
    return bytes(patched)


def said(program: bytes, machine: str, name: str, *args: int) -> str:
    return run(program, NUMBERS[machine][name], args, machine=machine)


def test_what_is_not_listed_is_refused(program: bytes, machine: str) -> None:
    listed = {NUMBERS[machine][name] for name in seccomp._ALWAYS.split() if name in NUMBERS[machine]}
    answers = {nr: run(program, nr, machine=machine) for nr in range(0, 1200)}
    always = {nr for nr in answers if nr in listed}
    assert {answers[nr] for nr in always} == {ALLOW}
    sometimes = {NUMBERS[machine][name] for name in seccomp._SOMETIMES if name in NUMBERS[machine]}
    unknown = {NUMBERS[machine][name] for name in seccomp._UNKNOWN.split()}
    assert {answers[nr] for nr in unknown} == {"ENOSYS"}
    assert {answer for nr, answer in answers.items() if nr not in always | sometimes | unknown} == {"EPERM"}
    assert run(program, 0xFFFFFFFF, machine=machine) == "EPERM"


def test_another_processors_table_ends_the_process(program: bytes, machine: str) -> None:
    other = ARCH["aarch64" if machine == "x86_64" else "x86_64"]
    for arch in (0x40000003, 0x40000028, other, 0):  # i386, arm, the other one, none
        if arch:
            assert run(program, 1, arch=arch, machine=machine) == KILL


def test_x32_numbers_are_no_way_round(program: bytes, machine: str) -> None:
    for nr in (0, 1, 2, 39, 56, 59):
        assert run(program, 0x40000000 | nr, machine=machine) == "EPERM"


READ, WRITE, RDWR, CREAT, TRUNC, TMPFILE, PATH = 0, 1, 2, 0o100, 0o1000, 0o20000000, 0o10000000


@pytest.mark.parametrize("high", [0, HIGH])
def test_files_open_for_reading_only(program: bytes, machine: str, high: int) -> None:
    calls = [("openat", 2)] + ([("open", 1)] if "open" in NUMBERS[machine] else [])
    for name, index in calls:
        for flags in (READ, READ | 0o2000000, READ | 0o4000):
            assert said(program, machine, name, *[0] * index, flags | high) == ALLOW
        for flags in (WRITE, RDWR, WRITE | CREAT, CREAT, TRUNC, READ | TRUNC, TMPFILE | RDWR, PATH):
            assert said(program, machine, name, *[0] * index, flags | high) == "EACCES"


@pytest.mark.parametrize("high", [0, HIGH])
def test_memory_is_written_or_executed_never_both(program: bytes, machine: str, high: int) -> None:
    private, shared, anonymous = 2, 1, 0x20
    for protection, answer in ((0, ALLOW), (1, ALLOW), (3, ALLOW), (5, ALLOW), (6, "EPERM"), (7, "EPERM")):
        for flags in (private, private | anonymous, private | anonymous | 0x20000):
            assert said(program, machine, "mmap", 0, 4096, protection | high, flags | high) == answer
    for protection, answer in ((0, ALLOW), (1, ALLOW), (2, "EPERM"), (3, "EPERM"), (4, "EPERM"), (5, "EPERM")):
        for flags in (shared, 3):  # of a file: to read
            assert said(program, machine, "mmap", 0, 4096, protection | high, flags | high) == answer
    for protection in range(8):  # of no file: memory that no limit counts
        for flags in (shared | anonymous, 3 | anonymous):
            assert said(program, machine, "mmap", 0, 4096, protection | high, flags | high) == "EPERM"
    for protection, answer in ((0, ALLOW), (3, ALLOW), (4, "EPERM"), (5, "EPERM"), (7, "EPERM")):
        assert said(program, machine, "mprotect", 0, 4096, protection | high) == answer


GLIBC_THREAD = 0x003D0F00
MUSL_THREAD = 0x007D0F00


@pytest.mark.parametrize("high", [0, HIGH])
def test_threads_start_and_processes_do_not(program: bytes, machine: str, high: int) -> None:
    for flags in (GLIBC_THREAD, MUSL_THREAD):
        assert said(program, machine, "clone", flags | high) == ALLOW
    forks = [17, 0x01200011, 0x100 | 17, 0x4100 | 17, GLIBC_THREAD & ~0x10000, GLIBC_THREAD & ~0x100]
    forks += [GLIBC_THREAD & ~0x400, GLIBC_THREAD & ~0x200]  # descriptors or a folder of its own
    spaces = [GLIBC_THREAD | flag for flag in (0x80, 0x20000, 0x2000000, 0x10000000, 0x20000000, 0x40000000, 0x2000)]
    for flags in forks + spaces:
        assert said(program, machine, "clone", flags | high) == "EPERM"


def test_only_ones_own_process_is_signalled(program: bytes, machine: str) -> None:
    for name in ("kill", "tgkill"):
        assert said(program, machine, name, PID, PID, 6) == ALLOW
        for other in (0, 1, -1, -PID, PID + 1, 2**31):
            assert said(program, machine, name, other, 0, 9) == "EPERM"


def test_limits_can_be_read_and_not_set(program: bytes, machine: str) -> None:
    assert said(program, machine, "prlimit64", 0, 7, 0, 0x7FFF00001000) == ALLOW
    assert said(program, machine, "prlimit64", 0, 7, 0x7FFF00001000, 0) == "EPERM"
    assert said(program, machine, "prlimit64", 0, 7, 1 << 32, 0) == "EPERM"  # a pointer whose low half is zero
    assert said(program, machine, "prlimit64", PID + 1, 7, 0, 0) == "EPERM"


@pytest.mark.parametrize("high", [0, HIGH])
def test_commands_of_many_uses_are_taken_one_by_one(program: bytes, machine: str, high: int) -> None:
    tiocsti, tcgets, fionread = 0x5412, 0x5401, 0x541B
    assert said(program, machine, "ioctl", 0, tcgets | high) == ALLOW
    assert said(program, machine, "ioctl", 0, fionread | high) == ALLOW
    assert said(program, machine, "ioctl", 0, tiocsti | high) == "EPERM"
    for command in (0, 1, 2, 3, 1030):
        assert said(program, machine, "fcntl", 0, command | high) == ALLOW
    for command in (4, 5, 6, 7, 8, 10, 15, 36, 37, 1024, 1026, 1031, 1033):  # locks, owners, leases, pipe sizes, seals
        assert said(program, machine, "fcntl", 0, command | high) == "EPERM"
    for option, answer in ((15, ALLOW), (16, ALLOW), (1, "EPERM"), (4, "EPERM"), (22, "EPERM"), (35, "EPERM")):
        assert said(program, machine, "prctl", option | high) == answer


def test_jumps_stay_inside(program: bytes) -> None:
    code = list(struct.iter_unpack("=HBBI", program))
    for index, (operation, if_true, if_false, _) in enumerate(code):
        if operation in (0x15, 0x35):
            assert index + 1 + max(if_true, if_false) < len(code)
    assert code[-1][0] == 0x06
    assert len(code) < 4096


def test_the_numbers_are_those_of_this_kernels_headers() -> None:
    """A number that is off by one would open another door. Checked where the C headers are installed."""
    import platform
    import re
    from pathlib import Path

    header = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if platform.machine() == "x86_64" and header.exists():
        found = dict(re.findall(r"#define __NR_(\w+)\s+(\d+)", header.read_text(encoding="ascii")))
        assert {name: int(found[name]) for name in NUMBERS["x86_64"]} == NUMBERS["x86_64"]
    generic = Path("/usr/include/asm-generic/unistd.h")
    if generic.exists():
        text = generic.read_text(encoding="ascii")
        found = dict(re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text))
        found["newfstatat"] = found["fstatat"]
        assert {name: int(found[name]) for name in NUMBERS["aarch64"]} == NUMBERS["aarch64"]
    assert set(NUMBERS["aarch64"]) <= set(NUMBERS["x86_64"])
    assert len(set(NUMBERS["x86_64"].values())) == len(NUMBERS["x86_64"])
