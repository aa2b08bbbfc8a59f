"""The outermost layer: a world of its own for the zygote and all its children, where the kernel gives one.

New namespaces for users (without root), mounts, processes, network, IPC and host name, and a root folder that
holds nothing but what may be read. Made once, before the zygote serves: children are born inside and pay nothing.
The process that our side started stays outside and only waits ("keeper"); the zygote is process 1 of the new
world, so that the kernel itself ends every process in it with the zygote.

Facts: user_namespaces(7), pid_namespaces(7), pivot_root(2).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import struct
from collections.abc import Iterable

from grader.box.roots import Roots
from grader.box.syscalls import NotOffered, call, checked, libc, prctl

_NEWNS, _NEWCGROUP, _NEWUTS, _NEWIPC = 0x00020000, 0x02000000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
_WORLD = _NEWNS | _NEWUTS | _NEWIPC | _NEWPID | _NEWNET
_PR_SET_PDEATHSIG = 1

_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC = 1, 2, 4, 8
_MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 32, 4096, 16384, 1 << 18
_MNT_DETACH = 2
# What a mount of the outside has must stay on its copy: a user namespace may not take it away.
_KEPT = {1: 1, 2: 2, 4: 4, 8: 8, 1024: 1024, 2048: 2048, 4096: 1 << 21}  # statvfs flag -> mount flag
_SCAFFOLD = "/proc"  # any folder that exists everywhere and that no root lies in
DATA = "/course/data"
"""Where a course's data lies in the new root folder: its path outside is nobody's business."""
_EMPTY = b"size=64k,nr_inodes=4096,mode=0755"

CAP_KILL, CAP_SETGID, CAP_SETUID = 5, 6, 7
_CAPABILITIES_V3 = 0x20080522


def enter() -> None:
    """Leave the machine's namespaces. Returns in a new process, which is number 1 of its world.

    The calling process stays behind, waits for that one and ends with it. Raises NotOffered when the kernel, a
    container or a security module refuses.
    """
    uid, gid = os.geteuid(), os.getegid()
    try:
        if uid == 0:
            checked(libc.unshare(_WORLD), "unshare")
        else:
            checked(libc.unshare(_WORLD | _NEWUSER), "unshare")
            _map_ids(uid, gid)
    except OSError as fault:
        raise NotOffered("namespaces", fault.strerror) from None
    libc.sethostname(b"box", 3)  # the machine's name is nobody's business; where it cannot be changed it stays
    if os.fork():
        _keep()
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _map_ids(uid: int, gid: int) -> None:
    """Inside we are who we are outside; nobody else exists."""
    for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
        descriptor = os.open(f"/proc/self/{name}", os.O_WRONLY)
        try:
            os.write(descriptor, text.encode())
        finally:
            os.close(descriptor)


def _keep() -> None:
    """Wait for the zygote and end. Our side kills this process when it wants the zygote dead."""
    os.closerange(0, 64)
    with contextlib.suppress(OSError):
        os.wait()
    os._exit(0)


def private_root(roots: Roots) -> None:
    """Make a root folder of the given paths, read-only, and go there; the machine's own can no longer be reached.

    Raises NotOffered when mounting is refused.
    """
    try:
        _mount(None, "/", None, _MS_REC | _MS_PRIVATE)
        _mount("tmpfs", _SCAFFOLD, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, _EMPTY)
        empty = [_SCAFFOLD, *_fill(roots)]
        for folder in reversed(empty):
            _mount(None, folder, None, _MS_REMOUNT | _MS_RDONLY | _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, _EMPTY)
        os.chdir(_SCAFFOLD)
        call("pivot_root", b".", b".")
        checked(libc.umount2(b".", _MNT_DETACH), "umount2")
        os.chdir("/")
    except OSError as fault:
        raise NotOffered("root", fault.strerror) from None


def _fill(roots: Roots) -> Iterable[str]:
    """Every root in its place below the scaffold; gives the empty folders laid over what is left out."""
    covers = []
    for path in sorted([*roots.paths, *roots.left_out]):  # a folder before what lies in it
        place = _SCAFFOLD + path
        if path in roots.left_out:
            _mount("tmpfs", place, "tmpfs", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC, _EMPTY)
            covers.append(place)
        else:
            _show(path, place)
    if roots.data is not None:
        _show(roots.data, _SCAFFOLD + DATA)
    return covers


def _show(path: str, place: str) -> None:
    """Make a path of the outside readable, and no more, at a place in the scaffold."""
    if os.path.isdir(path):
        os.makedirs(place, exist_ok=True)
    elif not os.path.exists(place):
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.close(os.open(place, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o444))
    _mount(path, place, None, _MS_BIND)
    kept = sum(flag for told, flag in _KEPT.items() if os.statvfs(path).f_flag & told)
    _mount(None, place, None, _MS_BIND | _MS_REMOUNT | _MS_RDONLY | _MS_NOSUID | _MS_NODEV | kept)


def _mount(source: str | None, target: str, kind: str | None, flags: int, data: bytes | None = None) -> None:
    raw = [None if text is None else os.fsencode(text) for text in (source, target, kind)]
    checked(libc.mount(*raw, ctypes.c_ulong(flags), data), f"mount {target}")


def keep_capabilities(*kept: int) -> None:
    """Give up every privilege of root but these, in this process and all it forks."""
    low = sum(1 << number for number in kept)
    header = struct.pack("Ii", _CAPABILITIES_V3, 0)
    data = struct.pack("6I", low, low, 0, 0, 0, 0)
    call("capset", ctypes.create_string_buffer(header), ctypes.create_string_buffer(data))
