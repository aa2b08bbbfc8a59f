"""Places that a box can find itself in: an ordinary user's, and a container's. Each runs a script in a process there.

An ordinary user is made inside a user namespace of its own when the tests run as root: the process owns the files of
whoever runs the tests and has no privilege, as a teacher's on a laptop. A container is what Docker's default profile
leaves of the kernel (moby, profiles/seccomp/default.json): no namespaces, no mounts, and few capabilities for root.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from grader.box import seccomp

ROOT = Path(__file__).resolve().parents[2]
USER = 1000
_NEWUSER = 0x10000000
_NEW_SPACES = 0x7E020080  # every CLONE_NEW flag
_NO_NEW_PRIVS, _CAPBSET_DROP = 38, 24
# chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service net_raw sys_chroot mknod audit_write
# setfcap
_DOCKER_CAPABILITIES = {0, 1, 3, 4, 5, 6, 7, 8, 10, 13, 18, 27, 29, 31}
_DOCKER_REFUSES = {
    "x86_64": (165, 166, 272, 308, 155, 428, 429, 430, 431, 432, 442, 250, 248, 249, 321, 298, 323, 425, 426, 427, 175),
    "aarch64": (40, 39, 97, 268, 41, 428, 429, 430, 431, 432, 442, 219, 217, 218, 280, 241, 282, 425, 426, 427, 105),
}

_libc = ctypes.CDLL(None, use_errno=True)


def ordinary(script: str) -> Any:
    """What the script prints, as JSON, when an ordinary user runs it."""
    return _run(script, _become_ordinary if os.geteuid() == 0 else None)


def ordinary_in_container(script: str) -> Any:
    def enter() -> None:
        if os.geteuid() == 0:
            _become_ordinary()
        _load_profile()

    return _run(script, enter)


def root_in_container(script: str) -> Any:
    """Only for tests that run as root."""

    def enter() -> None:
        for capability in set(range(41)) - _DOCKER_CAPABILITIES:
            _libc.prctl(_CAPBSET_DROP, capability, 0, 0, 0)
        _load_profile()

    return _run(script, enter)


def _run(script: str, enter: Callable[[], None] | None) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, preexec_fn=enter, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _become_ordinary() -> None:
    """Before the script starts: a user without privileges who owns what root owns. Starting drops what is left."""
    if _libc.unshare(_NEWUSER):
        raise OSError(ctypes.get_errno(), "unshare")
    for name, text in (("setgroups", "deny"), ("uid_map", f"{USER} 0 1"), ("gid_map", f"{USER} 0 1")):
        Path(f"/proc/self/{name}").write_text(text, encoding="ascii")


def _load_profile() -> None:
    """The parts of Docker's profile that a box could run into."""
    machine = seccomp.MACHINE
    rules = seccomp._Assembler()
    rules.add(seccomp._LOAD, seccomp._NR)
    for number in _DOCKER_REFUSES[machine]:
        rules.only_for(number, [(seccomp._RETURN, 0, 0, seccomp._ERRNO | errno.EPERM)])
    rules.only_for(seccomp.HERE["clone3"], [(seccomp._RETURN, 0, 0, seccomp._ERRNO | errno.ENOSYS)])
    spaces = (seccomp.Condition(0, 0, _NEW_SPACES),)
    rules.only_for(seccomp.HERE["clone"], seccomp._judged((spaces,), seccomp._ERRNO | errno.EPERM))
    rules.add(seccomp._RETURN, seccomp._ALLOW)
    code, _ = rules.code()
    buffer = ctypes.create_string_buffer(code, len(code))
    header = ctypes.create_string_buffer(
        seccomp.struct.pack("HP", len(code) // 8, ctypes.addressof(buffer)),
    )
    _libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    if _libc.prctl(22, ctypes.c_ulong(2), ctypes.byref(header)):
        raise OSError(ctypes.get_errno(), "seccomp")
