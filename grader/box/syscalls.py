"""The kernel's door numbers: system calls by name on the two processors we know, and a way to make one.

The numbers are the kernel's promise and never change (linux: arch/x86/entry/syscalls/syscall_64.tbl and
include/uapi/asm-generic/unistd.h).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform

# name, number on x86-64, number on aarch64; "-" where the processor has no such call
_TABLE = """
alarm 37 -
bpf 321 280
brk 12 214
capset 126 91
chdir 80 49
chroot 161 51
clock_getres 229 114
clock_gettime 228 113
clock_nanosleep 230 115
clone 56 220
clone3 435 435
close 3 57
close_range 436 436
dup 32 23
dup2 33 -
dup3 292 24
execve 59 221
exit 60 93
exit_group 231 94
faccessat 269 48
faccessat2 439 439
fchdir 81 50
fchmodat 268 53
fcntl 72 25
flock 73 32
fstat 5 80
futex 202 98
futex_waitv 449 449
getcpu 309 168
getcwd 79 17
getdents64 217 61
getegid 108 177
geteuid 107 175
getgid 104 176
getgroups 115 158
getitimer 36 102
getpgid 121 155
getpgrp 111 -
getpid 39 172
getppid 110 173
getrandom 318 278
getresgid 120 150
getresuid 118 148
getrlimit 97 163
getrusage 98 165
getsid 124 156
gettid 186 178
gettimeofday 96 169
getuid 102 174
io_uring_setup 425 425
ioctl 16 29
keyctl 250 219
kill 62 129
landlock_add_rule 445 445
landlock_create_ruleset 444 444
landlock_restrict_self 446 446
linkat 265 37
lseek 8 62
lstat 6 -
madvise 28 233
membarrier 324 283
memfd_create 319 279
mkdirat 258 34
mknodat 259 33
mmap 9 222
mount 165 40
mprotect 10 226
mremap 25 216
munmap 11 215
name_to_handle_at 303 264
nanosleep 35 101
newfstatat 262 79
open 2 -
openat 257 56
openat2 437 437
pause 34 -
perf_event_open 298 241
personality 135 92
pidfd_open 434 434
pipe 22 -
pipe2 293 59
pivot_root 155 41
poll 7 -
ppoll 271 73
prctl 157 167
pread64 17 67
prlimit64 302 261
process_vm_readv 310 270
pselect6 270 72
ptrace 101 117
pwrite64 18 68
read 0 63
readlinkat 267 78
readv 19 65
renameat 264 38
restart_syscall 219 128
rseq 334 293
rt_sigaction 13 134
rt_sigpending 127 136
rt_sigprocmask 14 135
rt_sigreturn 15 139
rt_sigsuspend 130 133
rt_sigtimedwait 128 137
sched_getaffinity 204 123
sched_yield 24 124
seccomp 317 277
select 23 -
set_robust_list 273 99
setitimer 38 103
setpriority 141 140
setxattr 188 5
shmget 29 194
sigaltstack 131 132
stat 4 -
statx 332 291
symlinkat 266 36
sysinfo 99 179
tgkill 234 131
time 201 -
times 100 153
truncate 76 45
uname 63 160
unlinkat 263 35
unshare 272 97
userfaultfd 323 282
utimensat 280 88
write 1 64
writev 20 66
"""

NUMBERS: dict[str, dict[str, int]] = {"x86_64": {}, "aarch64": {}}
for _line in _TABLE.split("\n"):
    if _line:
        _name, *_numbers = _line.split()
        for _processor, _number in zip(NUMBERS, _numbers, strict=True):
            if _number != "-":
                NUMBERS[_processor][_name] = int(_number)

MACHINE = platform.machine()
HERE: dict[str, int] = NUMBERS.get(MACHINE, {})  # empty on a processor we do not know: no layer can be applied there

libc = ctypes.CDLL(None, use_errno=True)
_syscall = libc.syscall
_syscall.restype = ctypes.c_long


class NotOffered(Exception):
    """This kernel or this place does not offer a layer."""

    def __init__(self, layer: str, why: object) -> None:
        super().__init__(f"{layer}: {why}")


def call(name: str, *arguments: object) -> int:
    """Make a system call by its name. Raises OSError with the kernel's reason."""
    if name not in HERE:
        raise OSError(errno.ENOSYS, f"{name}: not known on {MACHINE}")
    return checked(_syscall(ctypes.c_long(HERE[name]), *arguments), name)


def checked(result: int, what: str) -> int:
    """The result of a function of libc, or its error as OSError."""
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def prctl(option: int, *arguments: int) -> int:
    """`prctl` with up to four numbers. Raises OSError."""
    padded = [ctypes.c_ulong(number) for number in (*arguments, 0, 0, 0, 0)[:4]]
    return checked(libc.prctl(ctypes.c_int(option), *padded), "prctl")
